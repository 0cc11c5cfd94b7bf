import { join } from 'node:path'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { type Made, makeOrders, QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import { furnish, inFolder, onDevice, serve } from './open/stage.ts'
import { type BenchFigure, type BenchResult, median } from './result.ts'

export const name = 'Opening in a browser'

const ORDERS = 100_000
const PER_QUARTER = ORDERS / QUARTERS
const ROUNDS = 3
const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const LIST = '/orders/customer'
const REPORT = '/funnel?period=all'

interface Measured {
  /** Bytes of all documents, as Yjs encodes them. */
  readonly bytes: number
  /** From navigation until the report shows all orders, with nothing stored on the device, ms. */
  readonly first: number
  /** From navigation to rows in the list, and to all orders in the report, in a browser that was just started, ms. */
  readonly list: readonly number[]
  readonly report: readonly number[]
  /** Of the data worker, when all is read, bytes. */
  readonly heap: number
}

/** Cold starts of the client in Chromium, with every write kept and with the same orders packed. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const made = makeOrders(PER_QUARTER)
  const figures: BenchFigure[] = []
  for (const form of ['written', 'packed'] as const) {
    const measured = await inFolder((folder) => measure(folder, made[form]))
    figures.push(...figuresOf(TITLES[form], measured))
  }
  return { about: ABOUT, figures }
}

async function measure(folder: string, made: Made): Promise<Measured> {
  const server = await serve(folder)
  const profile = join(folder, 'profile')
  try {
    await onDevice(profile, server, (device) => device.found(OWNER))
    const bytes = await furnish(server, made, PER_QUARTER)
    const first = await onDevice(profile, server, async (device) => {
      const time = await untilReport(device)
      await device.stored()
      return time
    })
    const [list, report]: [number[], number[]] = [[], []]
    let heap = Number.NaN
    for (let round = 0; round < ROUNDS; round++) {
      list.push(await onDevice(profile, server, (device) => device.open(LIST, hasRows, '')))
      await onDevice(profile, server, async (device) => {
        report.push(await untilReport(device))
        heap = await device.workerHeap()
      })
    }
    return { bytes, first, list, report, heap }
  } finally {
    await server.close()
  }
}

function untilReport(device: BrowserDevice): Promise<number> {
  return device.open(REPORT, showsOrders, String(ORDERS))
}

/** In the page: whether the list has a row with an order's number. */
function hasRows(): boolean {
  return [...document.querySelectorAll('tbody tr')].some((row) => /B-\d/.test(row.textContent ?? ''))
}

/** In the page: whether the first rows of all blocks together count so many orders. */
function showsOrders(asked: string): boolean {
  const counts = [...document.querySelectorAll('section.block')].map((block) => {
    const figure = block.querySelector('tbody tr .cell-reached .strong')
    return Number((figure?.textContent ?? '0').replace(/\D/g, ''))
  })
  return counts.reduce((sum, count) => sum + count, 0) === Number(asked)
}

function figuresOf(title: string, { bytes, first, list, report, heap }: Measured): BenchFigure[] {
  return [
    { what: `${title}: list on screen, cold, median`, value: seconds(median(list)) },
    { what: `${title}: all ${QUARTERS} quarters in the report, cold, median`, value: seconds(median(report)) },
    { what: `${title}: first sync, until all are in the report`, value: seconds(first) },
    { what: `${title}: heap of the data worker`, value: megabytes(heap) },
    { what: `${title}: documents`, value: megabytes(bytes) },
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

const TITLES = { written: 'every write kept', packed: 'packed' } as const

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters, from navigation to what stands on the screen of Chromium, started anew each time with a profile in
which all is stored; the server runs on the same machine. Every write kept: each order was created, then written to 20 times and moved
4 times by three replicas, every write under a key of its own. Packed: the same orders, each one creation, as packing will leave them;
nothing in the program packs yet. Medians of ${ROUNDS} starts; the first sync is one.`
