import { expect, type Locator, type Page } from '@playwright/test'
import type { FunnelRow } from '../../../../shared/funnel/index.ts'
import { choose } from '../../../support/choices.ts'
import type { GoldenRow } from '../data/september.ts'
import { plain } from './order-list.ts'

export const [KITCHENS, SHOP] = ['Кухни под заказ', 'Интернет-магазин'] as const
const TITLES = { [KITCHENS]: `Вид заказ-наряда: ${KITCHENS}`, [SHOP]: `Вид заказа покупателя: ${SHOP}` } as const
export type KindName = keyof typeof TITLES

/** The funnel on a page. */
export class FunnelScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** A kind's block, with the legend of its losses. */
  block(kind: KindName): Locator {
    return this.page.getByRole('region', { name: TITLES[kind] })
  }

  table(kind: KindName): Locator {
    return this.page.getByRole('table', { name: TITLES[kind] })
  }

  /** The rows of a kind's table that have a head: states, or groups with the states of those that are expanded. */
  rows(kind: KindName): Locator {
    return this.table(kind)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })
  }

  /** The rows of states: «1. Выезд замерщика». */
  states(kind: KindName): Locator {
    return this.table(kind)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: /^\d+\. / }) })
  }

  /** The row of a group, or of a state. */
  row(kind: KindName, name: string): Locator {
    return this.table(kind)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  /** The columns' heads, without that of the rows' heads. */
  async heads(kind: KindName): Promise<string[]> {
    const heads = await this.table(kind).getByRole('columnheader').allTextContents()
    return heads.slice(1).map(plain)
  }

  /** Chooses a column, or how to count. */
  async choose(role: 'checkbox' | 'radio', name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Настроить' }).click()
    const pane = this.page.getByRole('dialog', { name: 'Настроить' })
    if (role === 'radio') await choose(pane, name)
    else await pane.getByRole(role, { name, exact: true }).check()
    await this.page.keyboard.press('Escape')
    await expect(pane).toHaveCount(0)
  }

  /** The words under the tables that say what is counted how. */
  get notes(): Locator {
    return this.page.locator('.funnel-notes')
  }

  /** Expands a group, or collapses it. */
  async expand(kind: KindName, group: string): Promise<void> {
    await this.table(kind).getByRole('button', { name: group, exact: true }).click()
  }

  /** Opens the orders behind a figure: by the name of its row, and its column's head. */
  async openFigure(kind: KindName, row: string, head: string): Promise<Locator> {
    await this.row(kind, row)
      .getByRole('button', { name: `, ${head}: ` })
      .click()
    const orders = this.page.getByRole('dialog')
    await expect(orders).toBeVisible()
    return orders
  }

  async closeFigure(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }
}

/** What stands in the cells of rows; their heads are not among them. */
export async function cellsOf(rows: Locator): Promise<string[][]> {
  const texts = await rows.evaluateAll((lines) =>
    lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
  return texts.map((row) => row.map(plain))
}

/** A row in roubles as the screen writes it: count and share, conversion, hours, sum, losses, their sum. */
export function written(row: GoldenRow): string[] {
  return [
    row.fromFirst === null ? `${row.reached}` : `${row.reached} ${row.fromFirst} %`,
    row.fromPrevious === null ? '' : `${row.fromPrevious} %`,
    row.hours === null ? '' : new Intl.NumberFormat('ru').format(row.hours),
    row.reached === 0 ? '' : money(row.sum),
    row.losses === 0 ? '' : `${row.losses} · ${row.lossesShare} %`,
    row.losses === 0 ? '' : money(row.lossesSum),
  ].map(plain)
}

/** A row of the report, whose sums are kopecks, as the screen writes it. */
export function writtenRow(row: FunnelRow): string[] {
  return written({ ...row, sum: row.sum / 100, lossesSum: row.lossesSum / 100 })
}

/** Roubles as tables write them. */
export function money(roubles: number): string {
  return plain(new Intl.NumberFormat('ru', { minimumFractionDigits: 2 }).format(roubles))
}
