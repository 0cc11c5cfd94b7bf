import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type BenchFigure, type BenchOptions, type BenchResult, megabytes, milliseconds, told } from './result.ts'
import { bareHocuspocus, type Contender, yWebsocket } from './sync/contenders.ts'
import { Crowd, type Seen, seenWithin } from './sync/crowd.ts'
import { makeScript, type Script } from './sync/edits.ts'
import { type Databases, type Ours, ours, startDatabases } from './sync/ours.ts'
import { type Usage, usageOf } from './sync/usage.ts'

export const name = 'A hundred people at once'

const CLIENTS = 100
const MINUTES = 5
/** All but ours and bare Hocuspocus are measured for this share of the time. */
const SHORT = 0.2
const OVER_POSTGRES = [
  ['one of ours over PostgreSQL', 1],
  ['two of ours over PostgreSQL and Redis', 2],
] as const
const ORDERS = 1000
/** A client goes about so many orders, and has its neighbours' among them. */
const REACH = 20
/** Edits of the warming up that each client makes before it is measured. */
const WARM = 10

/** What a side does, and what it takes for it. */
interface Measured extends Seen {
  readonly edits: number
  readonly before: Usage
  readonly after: Usage
  /** Processor time of the databases that are servers of their own, ms. */
  readonly databases: number
  /** More bytes that are stored at the end. */
  readonly stored: number
  /** The share of the time in which the clients' own thread was busy, 0 to 1. */
  readonly busy: number
}

/** A hundred clients of one server, each editing one field a second: ours beside others, one after the other. */
export async function run({ minutes = MINUTES }: BenchOptions): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  const databases = await startDatabases()
  try {
    const first = await ours(CLIENTS)
    return { about: about(minutes), figures: await sides(first, minutes, folder, databases) }
  } finally {
    await databases.close()
    await rm(folder, { recursive: true })
  }
}

async function sides(first: Ours, minutes: number, folder: string, databases: Databases): Promise<BenchFigure[]> {
  const { replicas } = first
  const [long, short] = [scriptOf(replicas, minutes), scriptOf(replicas, minutes * SHORT)]
  const figures: BenchFigure[] = []
  const tell = (some: readonly BenchFigure[]) => void figures.push(...told(some))
  const own = await measureOne(first, long, tell)
  const bare = await measureOne(await bareHocuspocus(folder), long, tell)
  tell([beside('ours beside bare Hocuspocus', own, bare)])
  const other = await measureOne(await yWebsocket(), short, tell)
  tell([beside('ours beside y-websocket', own, other)])
  for (const [name, count] of OVER_POSTGRES) {
    const theirs = await measureOne(await databases.servers(name, count, replicas), short, tell)
    tell([beside(`${name} beside one over SQLite`, theirs, own)])
  }
  return figures
}

/** All orders are of the quarter that it is now. */
function scriptOf(replicas: readonly string[], minutes: number): Script {
  const perClient = WARM + Math.round(minutes * 60)
  return makeScript({ replicas, perClient, orders: ORDERS, at: Date.now(), reach: REACH })
}

/** Measures one side, tells its figures, and ends it. */
async function measureOne(
  contender: Contender,
  script: Script,
  tell: (figures: readonly BenchFigure[]) => void,
): Promise<Measured> {
  try {
    const measured = await inCrowd(contender, script)
    tell(figuresOf(contender, measured))
    return measured
  } finally {
    await contender.close()
  }
}

async function inCrowd(contender: Contender, script: Script): Promise<Measured> {
  const crowd = await Crowd.gather(contender, script)
  try {
    await crowd.steady(CLIENTS, WARM)
    const before = await stateOf(contender)
    const utilized = performance.eventLoopUtilization()
    const seen = await crowd.steady(CLIENTS)
    const { utilization } = performance.eventLoopUtilization(utilized)
    const now = await stateOf(contender)
    return {
      ...{ ...seen, edits: script.edits.flat().length - CLIENTS * WARM, busy: utilization },
      ...{ before: before.servers, after: now.servers, stored: now.stored - before.stored },
      databases: now.databases.cpu - before.databases.cpu,
    }
  } finally {
    crowd.leave()
  }
}

async function stateOf(contender: Contender) {
  const [servers, databases, stored] = await Promise.all([
    usageOf(contender.servers),
    usageOf(contender.databases),
    contender.stored(),
  ])
  return { servers, databases, stored }
}

function figuresOf(contender: Contender, measured: Measured): BenchFigure[] {
  const { name, databases, servers } = contender
  const seen = (share: number) => milliseconds(seenWithin(measured, share))
  const { before, after: end, edits, missing } = measured
  const ofCore = (cpu: number) => `${(((cpu / edits) * CLIENTS) / 10).toFixed(0)} % of a core`
  return [
    { what: `${name}: seen by the others, p50`, value: seen(0.5) },
    { what: `${name}: the same, p95`, value: seen(0.95) },
    { what: `${name}: the same, p99`, value: seen(0.99) },
    { what: `${name}: the same, longest`, value: milliseconds(measured.delays.max / 1000) },
    { what: `${name}: edits that somebody never saw`, value: String(missing), target: '0', held: missing === 0 },
    {
      what: `${name}: memory of the server${servers.length > 1 ? 's' : ''} at the start, at the end, at most`,
      value: [before.memory, end.memory, end.peak].map(megabytes).join(' · '),
    },
    { what: `${name}: processor`, value: ofCore(end.cpu - before.cpu) },
    ...(databases.length > 0
      ? [{ what: `${name}: processor of the databases`, value: ofCore(measured.databases) }]
      : []),
    { what: `${name}: stored for each edit`, value: `${(measured.stored / edits).toFixed(0)} bytes` },
    { what: `${name}: the thread of all clients was busy`, value: `${(measured.busy * 100).toFixed(0)} % of the time` },
  ]
}

function beside(what: string, one: Measured, other: Measured): BenchFigure {
  const times = [0.5, 0.99].map((share) => `${(seenWithin(one, share) / seenWithin(other, share)).toFixed(2)} ×`)
  return { what: `${what}: p50 and p99 of the time until seen`, value: times.join(' · ') }
}

const about = (
  minutes: number,
) => `${CLIENTS} clients, each with a line of its own, edit one field a second each for ${minutes} minutes, evenly spread: ${CLIENTS} edits a
second, of which each is to be seen by the ${CLIENTS - 1} others; from the edit until another client has it, over all pairs. They all work
in one document, as a company does: the orders of the current quarter, ${ORDERS} of them, created by commands with two lines each. A
client goes about ${REACH} orders, half of them its neighbour's too. The edits are made by commands beforehand, and each side puts
the same texts into its maps; ${WARM} seconds of them are for warming up.

Servers, stores and clients are those of the part above: every server is one process of its own, all clients are in one thread of
another, whose own work on ${CLIENTS * CLIENTS} messages a second is in every figure; the sides one after the other: ours
and bare Hocuspocus for all of the time, the others for ${+(minutes * SHORT).toFixed(2)} minutes. What is stored is what the files grew by (of ours: journal, snapshots, the audit trail and its index of words; over SQLite
with its log of writes, which is used anew). Bare Hocuspocus stores the document's state alone, and y-websocket nothing.`
