import type { Page } from '@playwright/test'
import type { BrowserDevice } from '../open/device.ts'
import { type BenchFigure, below, milliseconds, quantile } from '../result.ts'
import { BOARD, hasRows, LIST, saved, shows } from './house.ts'
import { keyFigures, press } from './keys.ts'
import { tasksDuring } from './trace.ts'
import { mistyped, TYPED } from './writing.ts'

/** How far (px) a notch of the wheel scrolls, and how far a flick in the same time. */
const NOTCH = 120
const FLICK = 600
/** Between two keys of an arrow that is held down, ms: keyboards repeat it thirty times a second. */
const HELD = 33
/** How often a card is carried over the board, and how often one is put into another column. */
const CARRIED = 2
const PUT = 8

/** What a person feels of the list while he scrolls and types, when all is read. */
export async function motionOfList(device: BrowserDevice): Promise<BenchFigure[]> {
  const { page } = device
  await device.open(LIST, hasRows, '')
  await saved(device)
  const scrolling = await tasksDuring(page, () => scroll(page, page.getByRole('grid'), NOTCH))
  const flicking = await tasksDuring(page, () => scroll(page, page.getByRole('grid'), FLICK))
  await page.getByRole('grid').focus()
  const arrows = await press(page, Array(120).fill('ArrowDown'), HELD)
  await page.getByRole('searchbox').first().focus()
  const typing = await press(page, mistyped('B-1 table'), TYPED)
  return [
    ...tasks('scrolling the list, a notch of the wheel in each frame', scrolling),
    ...tasks('scrolling the list, five notches in each frame', flicking),
    ...keyFigures('arrows in the list', arrows),
    ...keyFigures('typing in the search of the list', typing),
  ]
}

/** What he feels of a board of so many open orders while he scrolls, drags and goes by keys, when all is read. */
export async function motionOfBoard(device: BrowserDevice, open: number): Promise<BenchFigure[]> {
  const { page } = device
  await device.open(LIST, hasRows, '')
  await saved(device)
  const opening = await tasksDuring(page, () => openBoard(page))
  await device.open(BOARD, shows, '.tile')
  await saved(device)
  const there = await cardsOf(page)
  if (there !== open) throw new Error(`The board has ${there} open cards, not ${open}`)
  const scrolling = await tasksDuring(page, () => scroll(page, page.locator('.cell-cards').first(), NOTCH))
  const dragging = await tasksDuring(page, async () => {
    for (let i = 0; i < CARRIED; i++) await carry(page)
  })
  const putting = await tasksDuring(page, async () => {
    for (let i = 0; i < PUT; i++) await put(page, i % 2, 1 - (i % 2))
  })
  await page.locator('.tile').first().focus()
  const leading = await press(page, [...Array(40).fill('ArrowDown'), 'ArrowRight', 'ArrowRight', 'ArrowLeft'], HELD)
  const steps = [...Array(20).fill('ArrowDown'), 'ArrowRight', 'ArrowRight', ...Array(20).fill('ArrowDown')]
  const carrying = await press(page, ['Space', ...steps, 'Escape'], HELD)
  return [
    { what: 'open orders on the board', value: there.toLocaleString('en') },
    below('opening the board from the list, longest task', Math.max(...opening), 'ms', 50),
    ...tasks('scrolling a column of the board', scrolling),
    ...tasks('dragging on the board', dragging),
    ...tasks('putting cards into another column, with all that follows', putting),
    ...keyFigures('arrows from card to card', leading),
    ...keyFigures('carrying a card by arrows', carrying),
  ]
}

function tasks(what: string, times: readonly number[]): BenchFigure[] {
  return [
    below(`${what}: tasks of the page, p95`, quantile(times, 0.95), 'ms', 16),
    { what: 'the same, longest', value: milliseconds(Math.max(...times)) },
  ]
}

function frame(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise(requestAnimationFrame))
}

/** Eighty turns of the wheel down and up again, one in each frame. */
async function scroll(page: Page, place: ReturnType<Page['locator']>, turn: number): Promise<void> {
  await place.hover()
  for (let i = 0; i < 160; i++) {
    await page.mouse.wheel(0, i < 80 ? turn : -turn)
    await frame(page)
  }
}

async function openBoard(page: Page): Promise<void> {
  await page.getByText('Доска', { exact: true }).click()
  await page.locator('.tile').first().waitFor()
  await page.locator('.column-head strong').filter({ hasText: /\d/ }).first().waitFor()
}

/** How many cards the columns of the board count, without those of orders that are completed. */
function cardsOf(page: Page): Promise<number> {
  return page.locator('.column-head strong').evaluateAll((heads) =>
    heads
      .slice(0, -1)
      .map((head) => Number((head.textContent ?? '').replace(/\D/g, '')))
      .reduce((sum, count) => sum + count, 0),
  )
}

/** A card over all columns and back, and let go where it was. */
async function carry(page: Page): Promise<void> {
  const { x, y } = await middle(page.locator('.tile').first())
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const way of [1, -1]) {
    for (let i = 0; i < 100; i++) {
      const part = way > 0 ? i / 100 : 1 - i / 100
      await page.mouse.move(x + 900 * part, y + 200 * Math.sin(part * 9))
      await frame(page)
    }
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** The second card of a column into the midst of another; done when both count it so. */
export async function put(page: Page, from: number, to: number): Promise<void> {
  const column = (at: number) => page.locator('.cell-cards').nth(at)
  const before = await page.locator('.column-head strong').nth(to).textContent()
  const [start, end] = [await middle(column(from).locator('.tile').nth(1)), await middle(column(to))]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (let i = 1; i <= 30; i++) {
    await page.mouse.move(start.x + ((end.x - start.x) * i) / 30, start.y + ((end.y - start.y) * i) / 30)
    await frame(page)
  }
  await page.mouse.up()
  await page.waitForFunction(
    ({ at, was }) => document.querySelectorAll('.column-head strong')[at]?.textContent !== was,
    { at: to, was: before },
  )
}

async function middle(of: ReturnType<Page['locator']>): Promise<{ readonly x: number; readonly y: number }> {
  // A card that is carried to the edge scrolls the board.
  await of.scrollIntoViewIfNeeded()
  const box = await of.boundingBox()
  if (!box) throw new Error('It does not stand on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
