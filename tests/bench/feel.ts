import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import type { TestServer } from '../support/server.ts'
import { keyTimes } from './feel/keys.ts'
import { type Scores, scoresOf } from './feel/lighthouse.ts'
import { scriptsOf } from './feel/scripts.ts'
import { tasksDuring } from './feel/trace.ts'
import { makeOrders, QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import { furnish, inFolder, onDevice, serve } from './open/stage.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'

export const name = 'How it feels'

const ORDERS = 100_000
const PER_QUARTER = ORDERS / QUARTERS
/** In the last four quarters one order in two is open: 10,000. */
const LATE = 4
const ROUNDS = 5
const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const LIST = '/orders/customer'
const BOARD = '/orders/customer/board/shop'

/** What a person feels of 100,000 orders in Chromium: the first list, scrolling, dragging, keys; and what is loaded for it. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const made = makeOrders(PER_QUARTER, LATE).packed
  return inFolder(async (folder) => {
    const server = await serve(folder)
    try {
      const profile = join(folder, 'profile')
      const loaded = await onDevice(profile, server, (device) => firstVisit(device))
      await furnish(server, made, PER_QUARTER, LATE)
      await onDevice(profile, server, fetchAll)
      const figures = [
        ...loaded,
        ...(await openings(profile, server)),
        ...(await motion(profile, server)),
        ...(await lighthouses(profile, server)),
      ]
      return { about: ABOUT, figures }
    } finally {
      await server.close()
    }
  })
}

/** What a browser that was never here loads until somebody can sign in, and until the list stands. */
async function firstVisit(device: BrowserDevice): Promise<BenchFigure[]> {
  const { page } = device
  const scripts = scriptsOf(page)
  await device.open('/', shows, 'form')
  const gate = await scripts.bytes()
  await device.found(OWNER)
  const after = await scripts.bytes()
  await device.open(LIST, shows, '.table')
  const list = (await scripts.bytes()) - after
  return [
    below('scripts before the first page, compressed', gate / 1000, 'KB', 150),
    below('scripts before the list, compressed', list / 1000, 'KB', 150),
  ]
}

async function fetchAll(device: BrowserDevice): Promise<void> {
  await device.open(LIST, hasRows, '')
  await device.page.getByRole('status').filter({ hasText: 'Сохранено на сервере' }).waitFor()
  await device.stored()
}

/** The newest list in a browser that has just been started, and the longest the page was deaf until all was read. */
async function openings(profile: string, server: TestServer): Promise<BenchFigure[]> {
  const times: number[] = []
  const deaf: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await onDevice(profile, server, async (device) => {
      await device.page.addInitScript(noteLongTasks)
      times.push(await device.open(LIST, hasRows, ''))
      await device.page.getByRole('status').filter({ hasText: 'Сохранено на сервере' }).waitFor()
      deaf.push(await device.page.evaluate(() => Math.max(0, ...(window.longTasks ?? []))))
    })
  }
  return [
    below('newest list on screen, cold, median', median(times), 'ms', 500),
    below('longest task of the page while the rest is read, median of starts', median(deaf), 'ms', 50),
  ]
}

async function motion(profile: string, server: TestServer): Promise<BenchFigure[]> {
  return onDevice(profile, server, async (device) => {
    const { page } = device
    await device.open(LIST, hasRows, '')
    await page.getByRole('status').filter({ hasText: 'Сохранено на сервере' }).waitFor()
    const scrolling = await tasksDuring(page, () => scroll(page))
    await page.getByRole('grid').focus()
    const arrows = await keyTimes(page, Array(120).fill('ArrowDown'))
    await page.getByRole('searchbox').first().focus()
    const typing = await keyTimes(
      page,
      [...'B-1 table'].flatMap((key) => [key, 'Backspace', key]),
    )
    await device.open(BOARD, shows, '.tile')
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

async function lighthouses(profile: string, server: TestServer): Promise<BenchFigure[]> {
  const port = await freePort()
  return onDevice(
    profile,
    server,
    async (device) => {
      await device.open(LIST, hasRows, '')
      const [first] = await device.page.locator('tr.table-row').nth(1).all()
      await first?.click()
      await device.page.getByRole('complementary').waitFor()
      const card = new URL(device.page.url()).pathname
      const pages = { list: LIST, board: BOARD, card, funnel: '/funnel' }
      const figures: BenchFigure[] = []
      for (const [what, path] of Object.entries(pages)) {
        const desktop = await scoresOf(server.url + path, port, 'desktop')
        const mobile = await scoresOf(server.url + path, port, 'mobile')
        figures.push(scored(what, desktop), { what: `Lighthouse, ${what}, mobile`, value: inWords(mobile) })
      }
      return figures
    },
    port,
  )
}

function scored(what: string, scores: Scores): BenchFigure {
  const held = Object.values(scores).every((score) => score >= 95)
  return { what: `Lighthouse, ${what}, desktop`, value: inWords(scores), target: 'each at least 95', held }
}

function inWords(scores: Scores): string {
  return `${scores.performance} · ${scores.accessibility} · ${scores['best-practices']}`
}

function below(what: string, value: number, unit: 'ms' | 'KB', most: number): BenchFigure {
  const shown = unit === 'ms' ? milliseconds(value) : `${value.toFixed(0)} KB`
  return { what, value: shown, target: `under ${most} ${unit}`, held: value < most }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('No port is free')
  return address.port
}

/** In the page: whether the list has a row with an order's number. */
function hasRows(): boolean {
  return [...document.querySelectorAll('tbody tr')].some((row) => /B-\d/.test(row.textContent ?? ''))
}

/** In the page: whether something like that stands on it. */
function shows(selector: string): boolean {
  return document.querySelector(selector) !== null
}

declare global {
  interface Window {
    /** Tasks over 50 ms so far, ms each. */
    longTasks?: number[]
  }
}

/** In the page, before anything else runs. */
function noteLongTasks(): void {
  const tasks: number[] = []
  window.longTasks = tasks
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
  observer.observe({ type: 'longtask', buffered: true })
}

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters stand in the browser's store, 10,000 of them open, each packed into its creation. Chromium is
started anew for each opening; the server runs on the same machine. Tasks are those of the page's main thread in a trace, 1 ms and
longer. Keys: from the key's own time until the page is laid out again. Lighthouse: performance · accessibility · best practices of a
page that is signed in and has all orders.`
