import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { bareHocuspocus, ours, type Restartable } from './growth/contenders.ts'
import { inCopy, quartersOf, type Size } from './growth/folder.ts'
import { memoryOf } from './growth/process.ts'
import { megabytes, SIZES, titleOf } from './growth/sizes.ts'
import { type BenchFigure, type BenchResult, median, milliseconds, told } from './result.ts'

export const name = 'Restart of a server'

const ROUNDS = 5
/** What is begun with a server has come to rest, ms. */
const REST = 1500
const ASKED = 10

interface Measured {
  readonly listens: number[]
  readonly inStep: number[]
  /** Of the server's process, bytes: when it has begun, and when each quarter was asked for. */
  begun: number
  asked: number
  /** To have a quarter, ms. */
  readonly quarters: number[]
}

/** Our server with 10,000 and 100,000 orders beside bare Hocuspocus with the same documents. */
export function run(): Promise<BenchResult> {
  return restarts(SIZES)
}

export async function restarts(sizes: readonly Size[]): Promise<BenchResult> {
  await buildClientIfChanged()
  const figures: BenchFigure[] = []
  for (const size of sizes) figures.push(...told(await inCopy(size, (data) => besides(size, data))))
  return { about: ABOUT, figures }
}

async function besides(size: Size, data: string): Promise<BenchFigure[]> {
  const bare = await bareHocuspocus(data)
  const own = await ours(data)
  const figures: BenchFigure[] = []
  try {
    const all = new Map([own, bare].map((one) => [one, emptyMeasured()]))
    for (const [one, measured] of all) await rounds(one, size, measured)
    for (const [one, measured] of all) await fetchAll(one, size, measured)
    for (const [one, measured] of all) figures.push(...figuresOf(`${titleOf(size)}, ${one.name}`, measured))
    return [...figures, ...(await looks(own, titleOf(size)))]
  } finally {
    await own.close()
    await bare.close()
  }
}

function emptyMeasured(): Measured {
  return { listens: [], inStep: [], begun: 0, asked: 0, quarters: [] }
}

/** The device has the current quarter, as it had before the server ended. */
async function rounds(server: Restartable, size: Size, into: Measured): Promise<void> {
  const current = quartersOf(size).at(-1) ?? ''
  const copy = new Y.Doc()
  await server.get(current, copy)
  for (let round = 0; round < ROUNDS; round++) {
    await server.stop()
    const began = performance.now()
    await server.start()
    into.listens.push(performance.now() - began)
    await server.get(current, copy)
    into.inStep.push(performance.now() - began)
  }
}

/** Each quarter once, one after the other, by a device that has none. */
async function fetchAll(server: Restartable, size: Size, into: Measured): Promise<void> {
  await server.stop()
  await server.start()
  await after(REST)
  into.begun = (await memoryOf(server.pid())).now
  for (const rest of quartersOf(size)) {
    const began = performance.now()
    await server.get(rest, new Y.Doc())
    into.quarters.push(performance.now() - began)
  }
  await after(REST)
  into.asked = (await memoryOf(server.pid())).now
}

/** How long it takes to be watched. */
async function looks(server: Restartable, title: string): Promise<BenchFigure[]> {
  const timesOf = async (path: string) => {
    const times: number[] = []
    for (let i = 0; i < ASKED; i++) {
      const began = performance.now()
      await server.ask(path)
      times.push(performance.now() - began)
    }
    return times
  }
  const figure = async (path: string) => ({
    what: `${title}, ours: \`GET ${path}\`, median`,
    value: milliseconds(median(await timesOf(path))),
  })
  return [await figure('/healthz'), await figure('/metrics')]
}

function figuresOf(title: string, { listens, inStep, begun, asked, quarters }: Measured): BenchFigure[] {
  return [
    { what: `${title}: from its start until it listens, median`, value: milliseconds(median(listens)) },
    {
      what: `${title}: until a device is in step with the current quarter, median`,
      value: milliseconds(median(inStep)),
    },
    { what: `${title}: memory of its process when it has begun`, value: megabytes(begun) },
    { what: `${title}: memory when each quarter was asked for once`, value: megabytes(asked) },
    { what: `${title}: a quarter, to a device that has none, median`, value: milliseconds(median(quarters)) },
  ]
}

const ABOUT = `From the start of the process until a device that was signed in and has the current quarter is in step with it: ours as \`npm start\`
begins it (over the built client, with its agents), bare Hocuspocus 4.7 with the same documents in its SQLite, in a process of its own. Medians of
${ROUNDS} starts. Each order was created, then written to 20 times and moved 4 times by three replicas, by commands; every write kept, or as the
server packs it. One quarter was made so, and one whose orders stay open for the last; the others are the same orders under ids of their
own. 10,000 orders are 2 quarters, 100,000 are 20, 1,000,000 are 100 of 10,000 each. Beside written ones the trail has every write, 30 lines for each order; beside packed ones the
orders as created alone. Memory is what the process has in the machine (RSS).`
