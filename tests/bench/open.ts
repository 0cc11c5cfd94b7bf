import { join } from 'node:path'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { type Made, makeOrders, QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import { downloadOf } from './open/download.ts'
import { furnish, inFolder, onDevice, serve } from './open/stage.ts'
import { type BenchFigure, type BenchResult, below, median, told } from './result.ts'

export const name = 'Opening in a browser'

const ORDERS = 100_000
const PER_QUARTER = ORDERS / QUARTERS
const ROUNDS = 3
/** Everything is in the reports of a start within so many ms. */
const MOST = 3000
/** What is kept of an open quarter is kept when it has rested, ms. */
const REST = 25_000
const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const LIST = '/orders/customer'
const REPORT = '/funnel?period=all'

interface Measured {
  /** Bytes of all documents, as Yjs encodes them. */
  readonly bytes: number
  /** Until a page has fetched them by HTTP, ms. */
  readonly download: number
  /** From navigation until the report shows all orders, with nothing stored on the device, ms. */
  readonly first: number
  /** The same by another device, for which the server has made everything already, ms. */
  readonly second: number
  /** From navigation to rows in the list, and to all orders in the report, in a browser that was just started, ms. */
  readonly list: readonly number[]
  readonly report: readonly number[]
  /** Of the data worker, for each order in the quarter that is open, and in those that are not, bytes. */
  readonly heap: { readonly open: number; readonly closed: number }
}

/** Cold starts of the client in Chromium, with every write kept and with the same orders packed. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const made = makeOrders(PER_QUARTER)
  const figures: BenchFigure[] = []
  for (const form of ['written', 'packed'] as const) {
    const alone = await inFolder((folder) => heaps(folder, lastOf(made[form])))
    const measured = await inFolder((folder) => measure(folder, made[form], alone))
    figures.push(...told(figuresOf(TITLES[form], measured)))
  }
  return { about: ABOUT, figures }
}

/** The worker's heap with no orders, and with those of the quarter that is open. */
async function heaps(folder: string, last: Made): Promise<{ readonly none: number; readonly open: number }> {
  const server = await serve(folder)
  const profile = join(folder, 'profile')
  try {
    const none = await onDevice(profile, server, async (device) => {
      await device.found(OWNER)
      await device.page.goto(server.url + REPORT)
      return device.workerHeap()
    })
    await furnish(server, last, PER_QUARTER)
    const open = await onDevice(profile, server, async (device) => {
      await device.open(REPORT, showsOrders, String(PER_QUARTER))
      return device.workerHeap()
    })
    return { none, open }
  } finally {
    await server.close()
  }
}

async function measure(folder: string, made: Made, alone: Awaited<ReturnType<typeof heaps>>): Promise<Measured> {
  const server = await serve(folder)
  const profile = join(folder, 'profile')
  try {
    await onDevice(profile, server, (device) => device.found(OWNER))
    const bytes = await furnish(server, made, PER_QUARTER)
    const download = await onDevice(join(folder, 'other'), server, ({ page }) => downloadOf(page, made.states.values()))
    const first = await onDevice(profile, server, async (device) => {
      const time = await untilReport(device)
      await device.stored(REST)
      return time
    })
    const second = await onDevice(join(folder, 'second'), server, async (device) => {
      await device.enter(OWNER)
      return untilReport(device)
    })
    const [list, report]: [number[], number[]] = [[], []]
    let all = Number.NaN
    for (let round = 0; round < ROUNDS; round++) {
      list.push(await onDevice(profile, server, (device) => device.open(LIST, hasRows, '')))
      await onDevice(profile, server, async (device) => {
        report.push(await untilReport(device))
        if (round === ROUNDS - 1) all = await device.workerHeap()
      })
    }
    const heap = {
      open: (alone.open - alone.none) / PER_QUARTER,
      closed: (all - alone.open) / (ORDERS - PER_QUARTER),
    }
    return { bytes, download, first, second, list, report, heap }
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

function figuresOf(title: string, { bytes, download, first, second, list, report, heap }: Measured): BenchFigure[] {
  return [
    { what: `${title}: list on screen, cold, median`, value: seconds(median(list)) },
    below(`${title}: all ${QUARTERS} quarters in the report, cold, median`, median(report), 'ms', MOST),
    { what: `${title}: the first new device has all in the report`, value: seconds(first) },
    { what: `${title}: another new device has all in the report`, value: seconds(second) },
    { what: `${title}: the same bytes, downloaded by HTTP`, value: seconds(download) },
    { what: `${title}: times the download, another new device`, value: `${(second / download).toFixed(1)} ×` },
    { what: `${title}: memory of the data worker for an order of the open quarter`, value: kilobytes(heap.open) },
    { what: `${title}: the same for one of a closed quarter`, value: kilobytes(heap.closed) },
    { what: `${title}: documents`, value: megabytes(bytes) },
  ]
}

/** The last quarter alone, with what orders refer to. */
function lastOf({ states }: Made): Made {
  const quarters = [...states.keys()].filter((name) => name.startsWith('orders/')).sort()
  return { states: new Map([...states].filter(([name]) => !quarters.includes(name) || name === quarters.at(-1))) }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1e3).toFixed(1)} kB`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

const TITLES = { written: 'every write kept', packed: 'packed' } as const

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters, from navigation to what stands on the screen of Chromium, started anew each time with a profile in
which all is stored; the server runs on the same machine. Every write kept: each order was created, then written to 20 times and moved
4 times by three replicas, every write under a key of its own. Packed: the same documents as the server packs them. The last quarter
has open orders and is opened, the others stand from their columns. Memory: the worker's objects and array buffers when nothing more is
read, beside the same worker without those orders. A new device: from navigation, signed in, with nothing stored;
the server makes its quarters as the first one asks for them (sync/SPEC J35), and has them for the next. Medians of ${ROUNDS} starts; what
is done once was measured once.`
