import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { BOARD, type House, hasRows, inHouse, LIST, saved, shows } from './feel/house.ts'
import { keyTimes } from './feel/keys.ts'
import { type Opening, opening } from './feel/opening.ts'
import { scriptsOf } from './feel/scripts.ts'
import { tasksDuring } from './feel/trace.ts'
import { QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'

export const name = 'How it feels'

const ORDERS = 100_000
const ROUNDS = 5

/** What a person feels of 100,000 orders in Chromium: the first list, scrolling, dragging, keys; and what is loaded for it. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const loaded: BenchFigure[] = []
  const visit = async (device: BrowserDevice, found: () => Promise<void>) => {
    loaded.push(...(await firstVisit(device, found)))
  }
  const figures = await inHouse(ORDERS, visit, async (house) => [...(await openings(house)), ...(await motion(house))])
  return { about: ABOUT, figures: [...loaded, ...figures] }
}

/** What a browser that was never here loads until somebody can sign in, and until the list stands. */
async function firstVisit(device: BrowserDevice, found: () => Promise<void>): Promise<BenchFigure[]> {
  const scripts = scriptsOf(device.page)
  await device.open('/', shows, 'form')
  const gate = await scripts.bytes()
  await found()
  const after = await scripts.bytes()
  await device.open(LIST, shows, '.table')
  const list = (await scripts.bytes()) - after
  return [
    below('scripts before the first page, compressed', gate / 1000, 'KB', 150),
    { what: 'scripts before the list, compressed', value: `${(list / 1000).toFixed(0)} KB` },
  ]
}

/** The newest list in a browser that has just been started, and the longest the page was deaf until all was read. */
async function openings(house: House): Promise<BenchFigure[]> {
  const rounds: Opening[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await house.on((device) => opening(device, LIST)))
  return [
    below('newest list on screen, cold, median', median(rounds.map(({ rows }) => rows)), 'ms', 500),
    below(
      'longest task of the page until all is read, median of starts',
      median(rounds.map(({ longest }) => longest)),
      'ms',
      50,
    ),
  ]
}

function motion(house: House): Promise<BenchFigure[]> {
  return house.on(async (device) => {
    const { page } = device
    await device.open(LIST, hasRows, '')
    await saved(device)
    const scrolling = await tasksDuring(page, () => scroll(page))
    await page.getByRole('grid').focus()
    const arrows = await keyTimes(page, Array(120).fill('ArrowDown'))
    await page.getByRole('searchbox').first().focus()
    const typing = await keyTimes(
      page,
      [...'B-1 table'].flatMap((key) => [key, 'Backspace', key]),
    )
    await device.open(BOARD, shows, '.tile')
    await saved(device)
    const dragging = await tasksDuring(page, () => drag(page))
    return [
      below('scrolling the list: tasks of the page, p95', quantile(scrolling, 0.95), 'ms', 16),
      { what: 'the same, longest', value: milliseconds(Math.max(...scrolling)) },
      below('dragging on the board: tasks of the page, p95', quantile(dragging, 0.95), 'ms', 16),
      { what: 'the same, longest', value: milliseconds(Math.max(...dragging)) },
      below('keydown to the end of layout, arrows in the list, p95', quantile(arrows, 0.95), 'ms', 8),
      below('keydown to the end of layout, typing in the search, p95', quantile(typing, 0.95), 'ms', 8),
    ]
  })
}

/** Down a few thousand rows and up again, a notch of the wheel in each frame. */
async function scroll(page: Page): Promise<void> {
  await page.getByRole('grid').hover()
  for (let i = 0; i < 160; i++) {
    await page.mouse.wheel(0, i < 100 ? 600 : -400)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

/** A card over all columns and back, and let go where it was. */
async function drag(page: Page): Promise<void> {
  const box = await page.locator('.tile').first().boundingBox()
  if (!box) throw new Error('The board has no card')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const way of [1, -1]) {
    for (let i = 0; i < 100; i++) {
      const part = way > 0 ? i / 100 : 1 - i / 100
      await page.mouse.move(x + 900 * part, y + 200 * Math.sin(part * 9))
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

function below(what: string, value: number, unit: 'ms' | 'KB', most: number): BenchFigure {
  const shown = unit === 'ms' ? milliseconds(value) : `${value.toFixed(0)} KB`
  return { what, value: shown, target: `under ${most} ${unit}`, held: value < most }
}

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters stand in the browser's store, 10,000 of them open, each packed into its creation. Chromium is
started anew for each opening, and rows are counted when they are painted, from the navigation on; the server runs on the same
machine. What stands there first is the list as it stood last, marked as such until the live one has taken its place. Tasks are those
of the page's main thread in a trace, 1 ms and longer. Keys: from the key's own time until the page is laid out again. Scripts are
those of the page; the data worker's own, which no screen waits for before it signs in, are not among them.`
