import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'
import { PDF_TO_PICTURE, PDF_TO_TEXT, READ_CODES } from '../../../../scripts/papers.ts'
import { CustomerCard } from '../screens/customer-card.ts'
import { OrderCard } from '../screens/order-card.ts'
import { expect } from '../world/world.ts'
import { Keyboard } from './keyboard.ts'

const run = promisify(execFile)

/** What is sold: a product of the demo company, how much and at which price, as typed. */
export type Typed = readonly [product: string, quantity: string, price: string]

/** A person who sells by keyboard alone: each step ends with the focus where the next one begins. */
export class Sale {
  readonly page: Page
  readonly keys: Keyboard
  readonly card: OrderCard
  readonly customer: CustomerCard

  constructor(page: Page) {
    this.page = page
    this.keys = new Keyboard(page)
    this.card = new OrderCard(page)
    this.customer = new CustomerCard(page)
  }

  /** Goes to a screen by its name, from any field. Led from a card to the list it stands beside, one is in that list. */
  async go(screen: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await expect(this.page.getByRole('combobox', { name: 'Заказ, покупатель, команда' })).toBeFocused()
    await this.keys.type(screen)
    await expect(this.page.getByRole('option').first()).toContainText(screen)
    await this.keys.press('Enter')
    const heading = this.page.getByRole('heading', { name: screen, exact: true })
    await expect(heading).toBeVisible()
    await expect(heading.or(this.page.getByRole('grid')).and(this.page.locator(':focus'))).toHaveCount(1)
  }

  async newCustomer(name: string, inn: string): Promise<void> {
    await this.go('Покупатели')
    await this.keys.push(this.page.getByRole('banner').getByRole('button', { name: 'Создать', exact: true }))
    await this.keys.fill(this.customer.field('Название или имя'), name)
    await this.keys.fill(this.customer.field('ИНН'), inn)
    await expect(this.customer.card.getByRole('heading', { name })).toBeVisible()
  }

  /** Makes a posted order of a customer; gives its number as it stands on the card. */
  async newOrder(customer: string, lines: readonly Typed[]): Promise<string> {
    await this.go('Заказы покупателей')
    await this.keys.press('n')
    await this.keys.pick(this.card.field('Покупатель'), customer)
    for (const [at, [product, quantity, price]] of lines.entries()) {
      await this.keys.push(this.card.button('Добавить строку'))
      const line = this.card.lines.nth(at)
      await expect(line.getByRole('combobox')).toBeFocused()
      await this.keys.pick(line.getByRole('combobox'), product)
      await this.keys.fill(line.getByLabel('Кол-во'), quantity)
      await this.keys.fill(line.getByLabel('Цена'), price)
    }
    await this.keys.push(this.card.button('Провести'))
    await expect(this.card.card.getByRole('tab', { name: 'Отгрузки и оплаты' })).toBeVisible()
    return /(?:ЗК|Ч)-[\wА-Я]+(?:-\d+)?/.exec((await this.card.card.textContent()) ?? '')?.[0] ?? ''
  }

  /** Opens the tab of facts by arrows. */
  async facts(): Promise<void> {
    const tab = this.page.getByRole('tab', { name: 'Отгрузки и оплаты' })
    await this.keys.reach(this.page.getByRole('tab', { name: 'Главное' }))
    await this.keys.press('ArrowRight')
    await expect(tab).toBeFocused()
  }

  /** Ships what is left, or so much of its first line; the focus is back on the card then. */
  async ship(quantity?: string): Promise<void> {
    const dialog = await this.#ask('Отгрузить')
    if (quantity) await this.keys.fill(dialog.getByLabel(/^Количество/).first(), quantity)
    await this.#send(dialog, 'Отгрузить')
  }

  /** Takes the payment of what is due, or of a sum. */
  async pay(sum?: string): Promise<void> {
    const dialog = await this.#ask('Принять оплату')
    if (sum) await this.keys.fill(dialog.getByLabel('Сумма', { exact: true }), sum)
    await this.#send(dialog, 'Принять оплату')
  }

  /** Ends the order with success. */
  async complete(): Promise<void> {
    const state = this.card.button('Вид и состояние')
    await this.keys.push(state)
    await expect(this.page.getByRole('listbox', { name: 'Выбрать состояние' })).toBeFocused()
    await this.keys.press('End', 'Enter')
    await expect(this.page.getByRole('radio', { name: 'Успешно' })).toBeChecked()
    await this.keys.push(this.page.getByRole('button', { name: 'Завершить' }))
    await expect(state).toContainText('Завершен')
    await expect(state).toBeFocused()
  }

  /** Keeps a paper of the open card as PDF, by its name where there are several; gives its words and its code. */
  async paper(name?: string): Promise<{ readonly words: string; readonly code: string }> {
    const print = this.card.button('Печать')
    await this.keys.push(print, 'Shift+Tab')
    if (name) await this.keys.take(name)
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByRole('article')).toBeVisible()
    const coming = this.page.waitForEvent('download')
    await this.keys.push(dialog.getByRole('button', { name: 'Скачать PDF' }))
    const read = await readPaper(await (await coming).path())
    await this.keys.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(print).toBeFocused()
    return read
  }

  /** What stands behind a name of the sums on a card, minor units. */
  async sum(name: string): Promise<number> {
    const told = this.page.getByRole('complementary').locator('dl > div').filter({ hasText: name }).locator('dd')
    return minor((await told.textContent()) ?? '')
  }

  async #ask(act: string): Promise<Locator> {
    await this.keys.push(this.card.button(act))
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.locator(':focus')).toHaveCount(1)
    return dialog
  }

  async #send(dialog: Locator, act: string): Promise<void> {
    await this.keys.push(dialog.getByRole('button', { name: act, exact: true }))
    await expect(dialog).toHaveCount(0)
    await this.keys.isSomewhere(act)
  }
}

/** Minor units of a sum as the screen writes it: «1 234,50 ₽». */
function minor(text: string): number {
  return Math.round(
    Number(
      text
        .replaceAll(/[^\d,−-]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    ) * 100,
  )
}

async function readPaper(file: string): Promise<{ readonly words: string; readonly code: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-paper-'))
  const picture = join(folder, 'page')
  const { stdout: words } = await run(PDF_TO_TEXT, ['-layout', file, '-'])
  await run(PDF_TO_PICTURE, ['-png', '-r', '150', '-singlefile', file, picture])
  // Without a code it ends with a failure.
  const read = run(READ_CODES, ['--quiet', '--raw', '--oneshot', '-Sbinary', `${picture}.png`])
  const code = await read.then(
    ({ stdout }) => stdout,
    () => '',
  )
  await rm(folder, { recursive: true })
  return { words: words.replaceAll(/\s+/g, ' '), code }
}
