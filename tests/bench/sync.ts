import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { type BenchFigure, type BenchResult, median, milliseconds, quantile } from './result.ts'
import { bareHocuspocus, type Contender, ours, oursTwice, yWebsocket } from './sync/contenders.ts'
import { Crowd } from './sync/crowd.ts'
import { makeScript, type Script } from './sync/edits.ts'

export const name = 'An edit seen by another client'

const CLIENTS = 20
const PER_CLIENT = 100
const EDITS = CLIENTS * PER_CLIENT
const ROUNDS = 20
/** Each so many rounds one is under steady load; the others bring all edits at once. */
const STEADY_EVERY = 4
const PER_SECOND = 500
/** A processor's tick in /proc, ms. */
const TICK = 10

interface Measured {
  /** Edits per second, all seen by all. */
  readonly throughput: number[]
  /** Under steady load, ms. */
  readonly p50: number[]
  readonly p95: number[]
  /** Of the server process, for a flood of all edits, ms. */
  readonly cpu: number[]
}

/** Our sync server beside two of them, bare Hocuspocus and y-websocket, in turns. */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  const contenders: Contender[] = []
  try {
    const first = await ours(CLIENTS)
    contenders.push(first, await oursTwice(first.replicas), await bareHocuspocus(folder), await yWebsocket())
    const scripts = Array.from({ length: ROUNDS + 1 }, (_, i) => makeScript(i, first.replicas, PER_CLIENT))
    const measured = await rounds(contenders, scripts)
    return { about: ABOUT, figures: figures(contenders, measured) }
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()))
    await rm(folder, { recursive: true })
  }
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
    const { delays } = await inCrowd(contender, script, (crowd) => crowd.steady(PER_SECOND))
    into.p50.push(quantile(delays, 0.5))
    into.p95.push(quantile(delays, 0.95))
    return
  }
  const { ms, cpu } = await inCrowd(contender, script, async (crowd) => {
    const before = await cpuOf(contender.pid)
    const { ms } = await crowd.flood()
    return { ms, cpu: (await cpuOf(contender.pid)) - before }
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

/** The processor time that a process has taken, all its threads, ms; not a number where the system does not tell. */
async function cpuOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

function figures(contenders: readonly Contender[], measured: ReadonlyMap<string, Measured>): BenchFigure[] {
  const [first] = contenders.map(({ name }) => measured.get(name)?.throughput ?? [])
  return contenders.flatMap(({ name }) => {
    const { throughput, p50, p95, cpu } = measured.get(name) ?? { throughput: [], p50: [], p95: [], cpu: [] }
    const own: BenchFigure[] = [
      { what: `${name}: edits per second, all seen by all; median (least to most)`, value: spread(throughput) },
      { what: `${name}: seen under ${PER_SECOND} edits per second, p50`, value: milliseconds(median(p50)) },
      { what: `${name}: the same, p95`, value: milliseconds(median(p95)) },
      { what: `${name}: processor time of the server for ${EDITS} edits at once`, value: milliseconds(median(cpu)) },
    ]
    return first === undefined || throughput === first ? own : [...own, timesFigure(name, first, throughput)]
  })
}

/** How much of the other's throughput ours is: round by round, so that both had the same weather. */
function timesFigure(name: string, ours: readonly number[], theirs: readonly number[]): BenchFigure {
  const times = median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))
  const target = { target: 'at least 1 ×', held: times >= 1 }
  return { what: `our throughput beside ${name}, median of rounds`, value: `${times.toFixed(2)} ×`, ...target }
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`
}

const ABOUT = `${CLIENTS} clients on one document of 100 orders write ${EDITS} edits, and each is seen by all others. The edits are
made by commands beforehand; each side puts the same texts into its maps. All at once, an edit of each client in every turn of
the event loop (throughput), or ${PER_SECOND} per second (p50 and p95, of each edit by each other client, medians of the rounds). After a
round for warming up ${ROUNDS} rounds, every fourth under steady load, the sides in turns, each round with documents of its own.

Every server is one process of its own, all clients are in one thread of another: the providers that belong to the server, the same
WebSocket beneath them. Ours is the whole sync server with its defaults, which checks each edit and has it in its journal on the disk
(\`synchronous=FULL\`) before anybody sees it; bare Hocuspocus 4.7 stores a document's state into SQLite 2 s after a change, and
@y/websocket-server 0.1.1 stores nothing. Two of ours have half of the clients each, one PostgreSQL (with its defaults: on the disk
before anybody sees it) and one Redis; the processor time is that of one of them. Hocuspocus, ours too, sends what comes in one turn of the event loop as one message.`
