import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect } from '../world/world.ts'

/** Where something is on a page, in pixels. */
interface Spot {
  readonly x: number
  readonly y: number
}

/** How many orders, and what they come to in kopecks. */
export interface Total {
  readonly count: number
  readonly sum: number
}

/** A line between two cards is nearer than this to the pointer that asks for it, px. */
const NEAR = 24

/** The board of a kind on a page. */
export class BoardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get board(): Locator {
    return this.page.getByRole('region', { name: /^Доска/ })
  }

  /** The cards of a state; with a lane, those in it. */
  column(state: string, lane?: string): Locator {
    return this.board.getByRole('list', { name: lane ? `${state}: ${lane}` : state, exact: true })
  }

  cards(state: string, lane?: string): Locator {
    return this.column(state, lane).getByRole('link')
  }

  /** The head of a state's column: its name, count and sum. */
  head(state: string): Locator {
    return this.board.locator('.column-head').filter({ hasText: state })
  }

  /** The place that a carried card is over. */
  get over(): Locator {
    return this.board.locator('.cell.over').getByRole('list')
  }

  /** How far it is scrolled to the right, in pixels. */
  left(): Promise<number> {
    return this.board.evaluate((element) => element.scrollLeft)
  }

  /** Resolves when it does not glide any more. */
  async atRest(): Promise<void> {
    let before = Number.NaN
    const isAtRest = async () => {
      const [last, now] = [before, await this.left()]
      before = now
      return last === now
    }
    await expect.poll(isAtRest).toBe(true)
  }

  /** What the cards of a state come to, one by one; all of them have room on the screen. */
  async total(state: string): Promise<Total> {
    const cards = this.cards(state)
    await expect(cards).toHaveCount(Number(await this.head(state).locator('strong').textContent()))
    const sums = (await cards.locator(TILE_SUM).allTextContents()).map(kopecks)
    expect(sums).not.toContain(Number.NaN)
    return { count: sums.length, sum: sums.reduce((sum, one) => sum + one, 0) }
  }

  /** What stands on a card as its sum, in kopecks. */
  async sumOf(card: Locator): Promise<number> {
    return kopecks((await card.locator(TILE_SUM).textContent()) ?? '')
  }

  /** A column's head says what its cards come to. */
  async says(state: string, { count, sum }: Total): Promise<void> {
    const head = this.head(state)
    await expect(head.locator('strong')).toHaveText(String(count))
    await expect.poll(async () => kopecks((await head.locator('.n').textContent()) ?? ''), state).toBe(sum)
  }

  /** The id of the card that is first in a state now. */
  async firstIn(state: string): Promise<string> {
    await expect(this.cards(state).first()).toBeVisible()
    return (await this.cards(state).evaluateAll(fromTop, 'data-card'))[0] ?? ''
  }

  /** A card by its id, wherever it stands or in a state. */
  tile(id: string, state?: string): Locator {
    return (state === undefined ? this.board : this.column(state)).locator(`[data-card="${id}"]`)
  }

  card(text: string): Locator {
    return this.board.getByRole('link').filter({ hasText: text })
  }

  /** The numbers of the cards of a state, from the top, as far as they are drawn. */
  async numbers(state: string): Promise<string[]> {
    const texts = await this.cards(state).evaluateAll(fromTop)
    return texts.map((text) => /З[НК]-\d{4}/.exec(text)?.[0] ?? '')
  }

  /** Adds an order at the foot of a column. */
  async add(state: string, customer: string, note: string): Promise<void> {
    await this.page.getByRole('button', { name: `Добавить заказ: ${state}` }).click()
    const form = this.page.getByRole('form', { name: `Добавить заказ: ${state}` })
    await form.getByLabel('Покупатель').fill(customer)
    await this.page.getByRole('option', { name: customer, exact: true }).click()
    await form.getByLabel('Примечание').fill(note)
    await form.getByLabel('Примечание').press('Enter')
    await expect(this.page.getByText(/Записан/).first()).toBeVisible()
    await form.getByRole('button', { name: 'Закрыть' }).click()
  }

  /** Takes a card by mouse and holds it over a place. */
  async hold(card: Locator, over: Locator, at?: Spot): Promise<void> {
    await card.hover()
    await this.page.mouse.down()
    const { x, y } = await middleOf(over, at)
    await this.page.mouse.move(x, y - 3, { steps: 4 })
    await this.page.mouse.move(x, y)
    await expect(this.board).toHaveClass(/carrying/)
  }

  /** Drags a card by mouse over a place, and lets it go there; `at` a spot, once the line stands beside it. */
  async drag(card: Locator, over: Locator, at?: Spot): Promise<void> {
    await this.hold(card, over, at)
    const cell = over.locator('xpath=ancestor::*[@data-cell]')
    await expect(cell).toHaveClass(/\bover\b/)
    if (at) await expect.poll(() => this.#fromLine(cell, over, at)).toBeLessThan(NEAR)
    await this.page.mouse.up()
  }

  /** How far the line at which a carried card would be put is from a spot, px. */
  async #fromLine(cell: Locator, over: Locator, at: Spot): Promise<number> {
    const [line, spot] = await Promise.all([boxOf(cell.locator('.cell-line')), middleOf(over, at)])
    return Math.abs(line.y - spot.y)
  }
}

/** Texts or an attribute of cards as they stand one below the other; in the page they are in no order. */
function fromTop(cards: readonly Element[], attribute?: string): string[] {
  const top = (card: Element) => card.getBoundingClientRect().top
  const sorted = cards.toSorted((a, b) => top(a) - top(b))
  return sorted.map((card) => (attribute ? card.getAttribute(attribute) : card.textContent) ?? '')
}

/** Where a card says its sum. */
const TILE_SUM = '.tile-line:nth-of-type(2) .n'

/** «1 234,50 ₽» in kopecks; NaN for what is no sum. */
function kopecks(text: string): number {
  return /,\d{2}\s₽$/.test(text) ? Number(text.replaceAll(/\D/g, '')) : Number.NaN
}

/** Where an element stands, and its size. */
export async function boxOf(element: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  const box = await element.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return box
}

/** The middle of an element, or a place in it. */
export async function middleOf(element: Locator, at?: Spot): Promise<Spot> {
  const box = await boxOf(element)
  return { x: box.x + (at?.x ?? box.width / 2), y: box.y + (at?.y ?? box.height / 2) }
}

/** A finger on a page, as the browser hears one. */
export class Finger {
  readonly #line: CDPSession
  #at: Spot = { x: 0, y: 0 }

  private constructor(line: CDPSession) {
    this.#line = line
  }

  static async on(page: Page): Promise<Finger> {
    const line = await page.context().newCDPSession(page)
    await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
    return new Finger(line)
  }

  async down(at: Spot): Promise<void> {
    this.#at = at
    await this.#line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  }

  /** Goes to a place in steps, as fingers do. */
  async move(to: Spot): Promise<void> {
    for (const at of stepsTo(to, this.#at)) {
      await this.#line.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
    }
    this.#at = to
  }

  /** Comes down and goes at once, without waiting for what the page makes of it: a slow page would take that for a rest. */
  async swipe(from: Spot, to: Spot): Promise<void> {
    const send = (type: 'touchStart' | 'touchMove', at: Spot) =>
      this.#line.send('Input.dispatchTouchEvent', { type, touchPoints: [at] })
    await Promise.all([send('touchStart', from), ...stepsTo(to, from).map((at) => send('touchMove', at))])
    await this.up()
  }

  async up(): Promise<void> {
    await this.#line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
}

/** The way of a finger from one place to another. */
function stepsTo(to: Spot, from: Spot): Spot[] {
  const at = (step: number) => ({ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 })
  return Array.from({ length: 8 }, (_, i) => at(i + 1))
}
