import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from '../../../support/choices.ts'

/** The list of orders on a page. */
export class OrderList {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page.getByRole('grid')
  }

  /** The rows that hold a text; all that have come without one. What stands there while there are none is not one of them. */
  rows(text: string | RegExp = /\S/): Locator {
    return this.grid.locator('tbody tr[data-index]').filter({ hasText: text })
  }

  /** What stands in a column, row by row, as far as rows are drawn. */
  async column(title: string): Promise<string[]> {
    // While a dialog is going the list is not there for anybody.
    await expect(this.grid.getByRole('columnheader', { name: title }).first()).toBeVisible()
    const heads = await this.grid.getByRole('columnheader').allTextContents()
    const at = heads.findIndex((head) => head.trim() === title)
    expect(at, title).toBeGreaterThanOrEqual(0)
    const cells = this.rows().getByRole('gridcell').or(this.rows().getByRole('cell'))
    const texts = (await cells.allTextContents()).map(plain)
    return texts.filter((_text, i) => i % heads.length === at)
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Найти в списке' }).fill(text)
  }

  /** Chooses one of the quick filters: «В работе», «Мои», «Все», «Черновики». */
  async scope(name: string): Promise<void> {
    await choose(this.page, name)
  }

  /** Groups by a field; «Не выбрано» takes the groups away. */
  async groupBy(option: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Группировать' }).click()
    const menu = this.page.getByRole('dialog', { name: 'Группировать' })
    await menu.getByRole('combobox', { name: 'Группировать по' }).click()
    const wanted = this.page.getByRole('option', { name: option, exact: true })
    await wanted.click()
    // The first Escape would be the list's.
    await expect(wanted).toHaveCount(0)
    await this.page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
  }
}

/** A text as one types it: the spaces that do not break are spaces. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f\s]+/g, ' ').trim()
}
