import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { categories, largePlan } from '../support/large-plan.ts'
import { startServer } from '../support/server.ts'
import { type Pressed, press } from './feel/keys.ts'
import { TYPED } from './feel/writing.ts'
import { BrowserDevice } from './open/device.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, quantile } from './result.ts'

export const name = 'A key in a large plan'

const ROWS = 2000
const MONTHS = 36
const ROUNDS = 3
/** Figures of a cell, as they are typed one after the other down a column. */
const TYPING = Array.from({ length: 10 }, (_, at) => [...`${1234 + at}`, 'Enter']).flat()
/** A key that is held down comes again after so long, ms. */
const HELD = 33
/** In the plain table a key takes a tenth of a second: fewer of them say as much. */
const PLAIN = TYPING.slice(0, 15).map((key) => (key === 'Enter' ? 'Tab' : key))
/** Moves over the grid, so that rows and columns come into view. */
const MOVING = [
  ...Array<string>(30).fill('ArrowDown'),
  ...Array<string>(20).fill('ArrowRight'),
  ...Array<string>(10).fill('Shift+ArrowDown'),
  ...Array<string>(20).fill('ArrowLeft'),
  ...Array<string>(5).fill('PageDown'),
]

/** Keys in the grid of a plan of 2,000 rows by 36 months, each with a sum and a quantity, beside a plain table of as many inputs. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  await using server = await startServer({ args: ['--demo'] })
  const plan = await largePlan(server, { firsts: categories(ROWS) })
  const folder = await mkdtemp(join(tmpdir(), 'voronka-plan-'))
  const device = await BrowserDevice.start(join(folder, 'profile'), server.url)
  try {
    await device.enter({ email: DEMO_USERS[0]?.email ?? '', password: DEMO_PASSWORD })
    return { about: ABOUT, figures: await sideBySide(device, plan) }
  } finally {
    await device.close()
    await rm(folder, { recursive: true })
  }
}

/** Both in turns, so that both have the same weather. */
async function sideBySide(device: BrowserDevice, plan: string): Promise<BenchFigure[]> {
  const { page } = device
  const [typed, moved, plain]: [Pressed[], Pressed[], Pressed[]] = [[], [], []]
  const opened: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const path = `/plans/${plan}`
    opened.push(await device.open(path, () => document.querySelectorAll('.grid-cell').length > 50, ''))
    await device.stored(1000)
    await page.locator('.grid-cell').nth(10).click()
    typed.push(...(await press(page, TYPING, TYPED)))
    moved.push(...(await press(page, MOVING, HELD)))
    // Once: such a page takes ten seconds.
    if (round === 1) plain.push(...(await inPlainTable(page)))
  }
  return [
    { what: 'the plan, from its address to its cells, median', value: milliseconds(median(opened)) },
    ...figuresOf('typing in the plan', typed),
    ...figuresOf('moving in the plan', moved),
    { what: 'typing in a plain table of inputs, p95', value: milliseconds(laidOut(plain, 0.95)) },
    { what: 'the same, p50', value: milliseconds(laidOut(plain, 0.5)) },
  ]
}

function figuresOf(what: string, keys: readonly Pressed[]): BenchFigure[] {
  return [
    below(`keydown to the end of layout, ${what}, p95`, laidOut(keys, 0.95), 'ms', 8),
    { what: 'the same, p50', value: milliseconds(laidOut(keys, 0.5)) },
  ]
}

function laidOut(keys: readonly Pressed[], part: number): number {
  return quantile(
    keys.map((key) => key.laidOut),
    part,
  )
}

/** The same figures in a page of its own: the program's policy and its listeners are not there. */
async function inPlainTable(page: Page): Promise<Pressed[]> {
  await page.goto('about:blank')
  await page.evaluate(drawPlainTable, { rows: ROWS, columns: MONTHS * 2 })
  await page.locator('tr:nth-child(10) input').first().click()
  return press(page, PLAIN, TYPED)
}

/** In the page. */
function drawPlainTable({ rows, columns }: { readonly rows: number; readonly columns: number }): void {
  const cells = '<td><input value="1000,00" size="9"></td>'.repeat(columns)
  document.body.innerHTML = `<table>${`<tr>${cells}</tr>`.repeat(rows)}</table>`
}

const ABOUT = `A plan of ${ROWS} rows by ${MONTHS} months, a sum and a quantity in each cell, stands in the browser's store; the server runs on the
same machine. Figures are typed down a column as a quick typist types, each Enter writes one; then the selection is moved by arrows and pages that are held down,
so that rows and columns come into view; ${ROUNDS} times, once between them in a page with a plain table of ${ROWS} × ${MONTHS * 2} inputs, which no script hears. From the
key's own time until the page is laid out again.`
