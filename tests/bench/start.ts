import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { type House, inHouse, LIST, shows } from './feel/house.ts'
import { type Opening, opening } from './feel/opening.ts'
import { scriptsOf } from './feel/scripts.ts'
import { QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import { type BenchFigure, type BenchResult, below, median, milliseconds, told } from './result.ts'

export const name = 'How it starts'

const ORDERS = 100_000
const ROUNDS = 9

/** What a person waits for with 100,000 orders in Chromium that has just been started, and what is loaded for it. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const loaded: BenchFigure[] = []
  const visit = async (device: BrowserDevice, found: () => Promise<void>) => {
    loaded.push(...(await firstVisit(device, found)))
  }
  const figures = await inHouse(ORDERS, visit, async (house) => told(await openings(house)))
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
  const longest = rounds.map((round) => round.longest)
  return [
    below('newest list on screen, cold, median', median(rounds.map(({ rows }) => rows)), 'ms', 500),
    {
      what: 'the same, until it can be acted on',
      value: milliseconds(median(rounds.map(({ ownRows }) => ownRows))),
    },
    below('longest task of the page until all is read, median of starts', median(longest), 'ms', 50),
    { what: 'the same, longest of all starts', value: milliseconds(Math.max(...longest)) },
  ]
}

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters stand in the browser's store, 10,000 of them open, each packed into one text. Chromium is
started anew for each opening, and rows are counted when they are painted, from the navigation on; the server runs on the same
machine. What stands there first is a picture of the list as it stood last, then the program's own rows as they stood last,
marked as such until the live ones have taken their place. Tasks are those of the page's main thread; the browser tells only
of those over 50 ms, and 0 means that there was none. Scripts are those of the page; the data worker's own, which no screen waits
for before it signs in, are not among them.`
