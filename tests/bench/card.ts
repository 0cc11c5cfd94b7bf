import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { longOrder } from '../support/long-order.ts'
import { startServer } from '../support/server.ts'
import { plainRows } from './card/plain-rows.ts'
import { type Pressed, press } from './feel/keys.ts'
import { TYPED } from './feel/writing.ts'
import { BrowserDevice } from './open/device.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile } from './result.ts'

export const name = "An order's card with many lines"

const LINES = 200
const LONG = 10_000
const ROUNDS = 5
/** A number, each digit of which is taken back and typed once more. */
const KEYS = [...'12345678'].flatMap((digit) => [digit, 'Backspace', digit])

/** A key in the card of an order with 200 lines beside one in a plain page of as many inputs; and an order of 10,000 lines. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  await using server = await startServer({ args: ['--demo'] })
  const [short, long] = [await longOrder(server, LINES), await longOrder(server, LONG)]
  const folder = await mkdtemp(join(tmpdir(), 'voronka-card-'))
  const device = await BrowserDevice.start(join(folder, 'profile'), server.url)
  try {
    await device.enter({ email: DEMO_USERS[0]?.email ?? '', password: DEMO_PASSWORD })
    return { about: ABOUT, figures: [...(await sideBySide(device, short)), ...(await longCard(device, long))] }
  } finally {
    await device.close()
    await rm(folder, { recursive: true })
  }
}

/** Both in turns, so that both have the same weather. */
async function sideBySide(device: BrowserDevice, order: string): Promise<BenchFigure[]> {
  const { page } = device
  const [ours, theirs]: [Pressed[], Pressed[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await openCard(device, order)
    ours.push(...(await typedIn(page, '.side-card .line:nth-child(10) .line-figures input')))
    // An address of its own: the program's policy and its listeners are not there.
    await page.goto(`data:text/html,${encodeURIComponent(plainRows(LINES))}`)
    theirs.push(...(await typedIn(page, 'li:nth-child(10) input:nth-of-type(2)')))
  }
  const painted = (keys: readonly Pressed[]) => keys.map((key) => key.painted)
  const laidOut = (keys: readonly Pressed[]) => keys.map((key) => key.laidOut)
  const [own, plain] = [median(painted(ours)), median(painted(theirs))]
  return [
    { what: `a key in a card with ${LINES} lines until it is painted, median`, value: milliseconds(own) },
    { what: `the same in a plain page with ${LINES} rows of inputs`, value: milliseconds(plain) },
    {
      what: 'times as long',
      value: `${(own / plain).toFixed(2)} ×`,
      target: 'at most 1.5 ×',
      held: own / plain <= 1.5,
    },
    below('keydown to the end of layout in the card, p95', quantile(laidOut(ours), 0.95), 'ms', 8),
    { what: 'the same in the plain page', value: milliseconds(quantile(laidOut(theirs), 0.95)) },
  ]
}

async function longCard(device: BrowserDevice, order: string): Promise<BenchFigure[]> {
  const { page } = device
  const opened = await openCard(device, order)
  const keys = await typedIn(page, '.side-card .line:nth-child(10) .line-figures input')
  const began = performance.now()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => document.querySelector('.lines-sum')?.textContent?.includes('200,00'))
  return [
    { what: `a card with ${LONG} lines, from its address to its lines`, value: milliseconds(opened) },
    below(
      `keydown to the end of layout in it, p95`,
      quantile(
        keys.map(({ laidOut }) => laidOut),
        0.95,
      ),
      'ms',
      8,
    ),
    { what: 'a quantity changed in it, until the total says so', value: milliseconds(performance.now() - began) },
  ]
}

function openCard(device: BrowserDevice, order: string): Promise<number> {
  return device.open(`/orders/customer/${order}`, () => document.querySelectorAll('.side-card .line').length > 20, '')
}

/** Types into a field; what was typed is taken back. */
async function typedIn(page: Page, selector: string): Promise<Pressed[]> {
  await page.locator(selector).first().click()
  const keys = await press(page, KEYS, TYPED)
  await page.keyboard.press('Escape')
  return keys
}

const ABOUT = `An order of ${LINES} lines and one of ${LONG}, each of the demo company's goods, stand in the browser's store; the server runs on the same machine.
A number is typed into the quantity of the tenth line, as a quick typist types, ${ROUNDS} times in turns with the same in a page of ${LINES} rows of four plain
inputs, which no script hears. From the key's own time until the page is laid out again, and until the next frame is painted.`
