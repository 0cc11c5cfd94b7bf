import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { type BenchFigure, type BenchResult, median, milliseconds } from './result.ts'
import { bareHocuspocus, type Contender, yWebsocket } from './sync/contenders.ts'
import { Crowd, type Seen, seenWithin } from './sync/crowd.ts'
import { makeScript, type Script } from './sync/edits.ts'
import { ours, startDatabases } from './sync/ours.ts'
import { usageOf } from './sync/usage.ts'

export const name = 'An edit seen by another client'

const CLIENTS = 20
const PER_CLIENT = 100
const EDITS = CLIENTS * PER_CLIENT
const ROUNDS = 20
/** Each so many rounds one is under steady load; the others bring all edits at once. */
const STEADY_EVERY = 4
const PER_SECOND = 500
const ORDERS = 100
/** Each round has a quarter of its own, and so a document. */
const QUARTER_MS = 92 * 24 * 3_600_000
const FIRST_QUARTER = Date.UTC(2001, 1, 15)

interface Measured {
  /** Edits per second, all seen by all. */
  readonly throughput: number[]
  /** Under steady load, ms. */
  readonly p50: number[]
  readonly p95: number[]
  /** Of all that serves, databases too, for a flood of all edits, ms. */
  readonly cpu: number[]
}

/** Our sync server beside bare Hocuspocus and y-websocket, over PostgreSQL too, alone and two of them, in turns. */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  const databases = await startDatabases()
  const contenders: Contender[] = []
  try {
    const first = await ours(CLIENTS)
    contenders.push(first, await bareHocuspocus(folder), await yWebsocket())
    contenders.push(await databases.servers('one of ours over PostgreSQL', 1, first.replicas))
    contenders.push(await databases.servers('two of ours over PostgreSQL and Redis', 2, first.replicas))
    const scripts = Array.from({ length: ROUNDS + 1 }, (_, round) => scriptOf(round, first.replicas))
    const measured = await rounds(contenders, scripts)
    return { about: ABOUT, figures: figures(contenders, measured) }
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()))
    await databases.close()
    await rm(folder, { recursive: true })
  }
}

function scriptOf(round: number, replicas: readonly string[]): Script {
  return makeScript({ replicas, perClient: PER_CLIENT, orders: ORDERS, at: FIRST_QUARTER + round * QUARTER_MS })
}

/** Who comes first in a round comes last in the next. The first round is for warming up. */
async function rounds(contenders: readonly Contender[], scripts: readonly Script[]): Promise<Map<string, Measured>> {
  const measured = new Map(
    contenders.map(({ name }) => [name, { throughput: [], p50: [], p95: [], cpu: [] } as Measured]),
  )
  for (const [round, script] of scripts.entries()) {
    for (let i = 0; i < contenders.length; i++) {
      const contender = contenders[(i + round) % contenders.length]
      const into = contender && measured.get(contender.name)
      if (into) await measure(contender, script, round, into)
    }
  }
  return measured
}

async function measure(contender: Contender, script: Script, round: number, into: Measured): Promise<void> {
  if (round > 0 && round % STEADY_EVERY === 0) {
    const seen = await inCrowd(contender, script, async (crowd) => whole(await crowd.steady(PER_SECOND)))
    into.p50.push(seenWithin(seen, 0.5))
    into.p95.push(seenWithin(seen, 0.95))
    return
  }
  const { ms, cpu } = await inCrowd(contender, script, async (crowd) => {
    const before = await cpuOf(contender)
    const { ms } = whole(await crowd.flood())
    return { ms, cpu: (await cpuOf(contender)) - before }
  })
  if (round === 0) return
  into.throughput.push((EDITS * 1000) / ms)
  into.cpu.push(cpu)
}

/** Others' rest is waited for on both sides: a store that was put off, a snapshot. */
async function inCrowd<T>(contender: Contender, script: Script, measure: (crowd: Crowd) => Promise<T>): Promise<T> {
  const crowd = await Crowd.gather(contender, script)
  await after(300)
  try {
    return await measure(crowd)
  } finally {
    crowd.leave()
    await after(300)
  }
}

/** Error where some client never saw some edit. */
function whole(seen: Seen): Seen {
  if (seen.missing > 0) throw new Error(`${seen.missing} edits were not seen by somebody`)
  return seen
}

async function cpuOf({ servers, databases }: Contender): Promise<number> {
  return (await usageOf([...servers, ...databases])).cpu
}

function figures(contenders: readonly Contender[], measured: ReadonlyMap<string, Measured>): BenchFigure[] {
  const [first] = contenders.map(({ name }) => measured.get(name)?.throughput ?? [])
  return contenders.flatMap(({ name, isOurs }) => {
    const { throughput, p50, p95, cpu } = measured.get(name) ?? { throughput: [], p50: [], p95: [], cpu: [] }
    const own: BenchFigure[] = [
      { what: `${name}: edits per second, all seen by all; median (least to most)`, value: spread(throughput) },
      { what: `${name}: seen under ${PER_SECOND} edits per second, p50`, value: milliseconds(median(p50)) },
      { what: `${name}: the same, p95`, value: milliseconds(median(p95)) },
      { what: `${name}: processor time for ${EDITS} edits at once`, value: milliseconds(median(cpu)) },
    ]
    if (first === undefined || throughput === first) return own
    return [...own, isOurs ? besideOne(name, throughput, first) : timesFigure(name, first, throughput)]
  })
}

/** How much of the other's throughput ours is. */
function timesFigure(name: string, ours: readonly number[], theirs: readonly number[]): BenchFigure {
  const times = medianOfRatios(ours, theirs)
  const target = { target: 'at least 1 ×', held: times >= 1 }
  return { what: `our throughput beside ${name}, median of rounds`, value: `${times.toFixed(2)} ×`, ...target }
}

function besideOne(name: string, theirs: readonly number[], ours: readonly number[]): BenchFigure {
  const times = medianOfRatios(theirs, ours)
  return { what: `${name} beside one over SQLite, median of rounds`, value: `${times.toFixed(2)} ×` }
}

/** Round by round, so that both had the same weather. */
function medianOfRatios(some: readonly number[], others: readonly number[]): number {
  return median(some.map((value, round) => value / (others[round] ?? Number.NaN)))
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`
}

const ABOUT = `${CLIENTS} clients on one document of ${ORDERS} orders write ${EDITS} edits, and each is seen by all others. The edits are
made by commands beforehand; each side puts the same texts into its maps. All at once, an edit of each client in every turn of
the event loop (throughput), or ${PER_SECOND} per second (p50 and p95, of each edit by each other client, medians of the rounds). After a
round for warming up ${ROUNDS} rounds, every fourth under steady load, the sides in turns, each round with documents of its own.

Every server is one process of its own, all clients are in one thread of another: the providers that belong to the server, the same
WebSocket beneath them. Ours is the whole sync server with its defaults, which checks each edit and has it in its journal on the disk
(\`synchronous=FULL\`) before anybody sees it; bare Hocuspocus 4.7 stores a document's state into SQLite 2 s after a change, and
@y/websocket-server 0.1.1 stores nothing. Ours over PostgreSQL have it on the disk before anybody sees it too (PostgreSQL
15 with its defaults, on the same machine); two of ours have half of the clients each, and Redis beside. The processor time is that
of all processes that serve, PostgreSQL and Redis among them. Hocuspocus, ours too, sends what comes in one turn of the event loop as one message.`
