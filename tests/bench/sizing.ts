import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { makeBackup } from '../../sync-server/keeping/backup/make.ts'
import { machine } from './report.ts'
import { type BenchFigure, type BenchResult, megabytes, milliseconds } from './result.ts'
import { fill } from './sizing/fill.ts'
import { makeLives } from './sizing/lives.ts'
import { KEPT_BACKUPS, splitOf, type Taken, WORKING_DAYS, YEARS } from './sizing/model.ts'
import { tableOf, writeTables } from './sizing/tables.ts'
import { Crowd } from './sync/crowd.ts'
import { makeScript } from './sync/edits.ts'
import { type Ours, ours } from './sync/ours.ts'
import { sizeOfFiles, usageOf } from './sync/usage.ts'

export const name = 'How much machine'

const ORDERS = 2000
const [FEW, MANY] = [20, 100] as const
/** So many edits a second each client makes. */
const RATE = 0.5
/** So many edits of each client are measured, after so many for warming up. */
const [EDITS, WARM] = [20, 5] as const
/** Until a server has settled after its start, or what came last is stored, ms. */
const SETTLED = 3000

/** What a server takes for orders, people and their edits, and from it what companies need. */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  try {
    const taken = await measured(folder)
    await writeTables(taken, machine())
    return { about: ABOUT, figures: figuresOf(taken), details: tableOf(taken) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measured(folder: string): Promise<Taken> {
  const data = join(folder, 'data')
  const before = await onServer(data, 3, (server) => server.stored())
  await onServer(data, 3, (server) => fill(server, makeLives(server.replicas, ORDERS)))
  const stored = await onServer(data, 0, (server) => server.stored())
  const { folder: backup } = await makeBackup({ data, to: join(folder, 'backups'), now: Date.now() })
  const memoryAtRest = await onServer(data, 0, async ({ servers }) => (await usageOf(servers)).memory)
  const one = await onServer(data, 1, looked)
  const few = await onServer(data, FEW, worked)
  const many = await onServer(data, MANY, worked)
  return {
    memoryAtRest,
    memoryAtWork: Math.max(few.most - few.open, many.most - many.open),
    memoryPerClient: Math.max(0, (many.open - one) / (MANY - 1)),
    memoryPerOrder: Math.max(0, (one - memoryAtRest) / ORDERS),
    diskPerOrder: (stored - before) / ORDERS,
    backupPerByte: (await sizeOfFolder(backup)) / stored,
    ...splitOf({ clients: FEW, cpu: few.cpu }, { clients: MANY, cpu: many.cpu }),
  }
}

/** What clients took that edited the document of all orders. */
interface Worked {
  /** Processor for an edit, ms. */
  readonly cpu: number
  /** Memory, bytes: when all had the document open, and the most that there was. */
  readonly open: number
  readonly most: number
}

async function worked(server: Ours): Promise<Worked> {
  const { replicas, servers } = server
  const script = scriptOf(server)
  const crowd = await Crowd.gather(server, script)
  try {
    await after(SETTLED)
    const { memory: open } = await usageOf(servers)
    await crowd.steady(replicas.length * RATE, WARM)
    const before = await usageOf(servers)
    const { missing } = await crowd.steady(replicas.length * RATE)
    if (missing > 0) throw new Error(`${missing} edits were not seen by somebody`)
    const { cpu, peak } = await usageOf(servers)
    return { cpu: (cpu - before.cpu) / (replicas.length * EDITS), open, most: peak }
  } finally {
    crowd.leave()
  }
}

/** Memory when all its clients have the document open and write nothing, bytes. */
async function looked(server: Ours): Promise<number> {
  const crowd = await Crowd.gather(server, scriptOf(server))
  try {
    await after(SETTLED)
    return (await usageOf(server.servers)).memory
  } finally {
    crowd.leave()
  }
}

function scriptOf({ replicas }: Ours) {
  return makeScript({ replicas, perClient: WARM + EDITS, orders: replicas.length, at: Date.now() })
}

/** A server of its own over the folder, ended in its own time after use. */
async function onServer<T>(data: string, clients: number, use: (server: Ours) => Promise<T>): Promise<T> {
  const server = await ours(clients, data)
  try {
    await after(SETTLED)
    const result = await use(server)
    await server.stop()
    return result
  } finally {
    await server.close()
  }
}

async function sizeOfFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return sizeOfFiles(...entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)))
}

function figuresOf(taken: Taken): readonly BenchFigure[] {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    { what: 'memory of a server that nobody has come to', value: megabytes(taken.memoryAtRest) },
    { what: 'memory that its work takes at most, beyond what stands', value: megabytes(taken.memoryAtWork) },
    { what: 'memory for each client', value: kilobytes(taken.memoryPerClient) },
    { what: 'memory for each order of an open quarter', value: kilobytes(taken.memoryPerOrder) },
    { what: 'disk for each order', value: kilobytes(taken.diskPerOrder) },
    { what: 'a backup, of the bytes on the disk', value: `${(taken.backupPerByte * 100).toFixed(0)} %` },
    { what: 'processor for an edit', value: milliseconds(taken.cpuPerEdit) },
    { what: 'processor for telling one other client of it', value: milliseconds(taken.cpuPerTelling) },
  ]
}

const ABOUT = `What a server over SQLite takes, and what a company needs by it. ${ORDERS} orders, each created, then written to 20 times and
moved 4 times by three replicas, come to it as devices bring them: the disk is what its data grew by, with journal, audit trail
and its index of words, of a document that is not packed (quarters that were quiet for 30 days are packed and take less). Memory is
that of a server at rest; when one, then ${MANY}, clients had the document of these orders open; and the most that it had while ${FEW}, then ${MANY},
edited, each a field every ${1 / RATE} seconds. A server that has been up for long may keep more. Processor: by those two crowds, what an edit
takes by itself and with each client that is told of it; edits that come together are told together, so that many take no more each.
Where telling comes out as nothing, an edit stands as the smaller crowd paid for it, its share of each snapshot within: with 100 people that is
more than they take (see «A hundred people at once»); of more than 100 nothing was measured. Memory for each client
is that of a crowd that comes at once, memory for an order what one took while it was read: garbage within.

The table is reckoned from that in proportion: everybody edits a field every ten seconds, in one document that all have open; the orders of half a
year are open all the time; ${WORKING_DAYS} working days a year; after ${YEARS} years; ${KEPT_BACKUPS} backups (7 days, 4 weeks, 12 months), each counted as
large as the last one. It stands in docs/en/running.md and docs/ru/running.md too.`
