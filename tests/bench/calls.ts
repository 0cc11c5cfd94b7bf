import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { joinServer, readServiceKey } from '../../agents/runtime/connection/join.ts'
import { Replica } from '../../agents/runtime/replica.ts'
import type { SimulatedPhone } from '../../agents/telephony/testing/phone.ts'
import { type Call, calls } from '../../shared/calls/collections.ts'
import type { Report } from '../../shared/calls/protocol.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { AgentsProcess } from '../support/agents.ts'
import { foundWithPhone } from '../support/calls/paired-phone.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type BenchFigure, type BenchOptions, type BenchResult, below, milliseconds, quantile, told } from './result.ts'

export const name = 'Calls: from the phone to the desks'

const DESKS = 20
const A_MINUTE = 200
const MINUTES = 5
/** What a call tells, and so long after it began, ms. */
const TOLD = [
  ['ringing', 0],
  ['answered', 2000],
  ['ended', 6000],
] as const
const SILENT = pino({ level: 'silent' })

/** When each desk saw that a call rings, by the phone's name for it, ms of this process's clock. */
type Seen = Map<string, number>

/** Server and all agents are processes of their own; a phone and the desks are this one. */
export async function run({ minutes = MINUTES }: BenchOptions): Promise<BenchResult> {
  const server = await startServer({ args: ['--host', '127.0.0.1'] })
  const { phone } = await foundWithPhone(server)
  const agents = new AgentsProcess(['--url', server.url, '--data', server.data])
  const desks = await Promise.all(Array.from({ length: DESKS }, () => openDesk(server)))
  try {
    await agents.start()
    // Until the bridge has told where it is.
    await tell(phone, { what: 'missed', call: 'first' })
    const seen = desks.map(watch)
    const posted = new Map<string, number>()
    const answered: number[] = []
    await ring(phone, Math.round(A_MINUTE * minutes), posted, answered)
    await after(2000)
    return { about: about(minutes), figures: [...told(figures(desks, seen, posted, answered))] }
  } finally {
    await agents.kill()
    for (const desk of desks) desk.stop()
    await server.close()
  }
}

async function openDesk({ url, data }: TestServer): Promise<Replica> {
  const how = { address: url, secret: await readServiceKey(data), as: 'cli' } as const
  const desk = new Replica(await joinServer(how, 'desk'), SILENT)
  await desk.open('setup', `customers/${COMMON}`, `${calls.family}/${COMMON}/${quarterOf(Date.now())}`)
  return desk
}

function watch(desk: Replica): Seen {
  const seen: Seen = new Map()
  desk.observe((changes) => {
    for (const { collection, after: row } of changes) {
      if (collection.name !== calls.name || !row) continue
      // A row of a collection is of that collection.
      const { outer } = row as unknown as Call
      if (outer !== null && !seen.has(outer)) seen.set(outer, performance.now())
    }
  })
  return seen
}

/** Begins so many calls, evenly; resolves when all of all is told. */
async function ring(
  phone: SimulatedPhone,
  count: number,
  posted: Map<string, number>,
  answered: number[],
): Promise<void> {
  const began = performance.now()
  const all: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    await after(Math.max(0, began + (i * 60_000) / A_MINUTE - performance.now()))
    all.push(call(phone, `call ${i}`, posted, answered))
  }
  await Promise.all(all)
}

async function call(phone: SimulatedPhone, id: string, posted: Map<string, number>, answered: number[]): Promise<void> {
  const number = `+7916${id.replace(/\D/g, '').padStart(7, '0')}`
  let at = 0
  for (const [what, behind] of TOLD) {
    await after(behind - at)
    at = behind
    const began = performance.now()
    if (what === 'ringing') posted.set(id, began)
    await tell(phone, { what, call: id, number })
    answered.push(performance.now() - began)
  }
}

/** As a phone does it: again until it is taken. */
async function tell(phone: SimulatedPhone, report: Report): Promise<void> {
  while ((await phone.report(report)).status !== 200) await after(250)
}

function figures(
  desks: readonly Replica[],
  seen: readonly Seen[],
  posted: ReadonlyMap<string, number>,
  answered: readonly number[],
): BenchFigure[] {
  const took = seen.flatMap((one) => [...posted].flatMap(([id, at]) => (one.has(id) ? [(one.get(id) ?? 0) - at] : [])))
  const lost = seen.reduce((sum, one) => sum + [...posted.keys()].filter((id) => !one.has(id)).length, 0)
  const rows = desks.map((desk) => [...desk.rows(calls)].filter(({ outer }) => outer !== 'first'))
  const doubled = rows.reduce((sum, all) => sum + all.length - new Set(all.map(({ outer }) => outer)).size, 0)
  const unended = rows.reduce((sum, all) => sum + all.filter(({ state }) => state !== 'ended').length, 0)
  const none = (what: string, value: number) => ({ what, value: String(value), target: 'none', held: value === 0 })
  return [
    { what: 'calls, of three reports each', value: String(posted.size) },
    below(`from the phone’s POST to the record on each of ${DESKS} desks: median`, quantile(took, 0.5), 'ms', 200),
    below('the same, p95', quantile(took, 0.95), 'ms', 200),
    { what: 'the same, at most', value: milliseconds(Math.max(...took)) },
    {
      what: 'until the phone is answered, the record acknowledged: median',
      value: milliseconds(quantile(answered, 0.5)),
    },
    { what: 'the same, p95', value: milliseconds(quantile(answered, 0.95)) },
    none('calls that a desk did not see', lost),
    none('calls that stand twice', doubled),
    none('calls without their end', unended),
  ]
}

function about(minutes: number): string {
  return `${A_MINUTE} calls a minute for ${minutes} min by one phone over HTTP: it rings, is answered and ends, ${DESKS} desks listen. The server hands what the phone sends on to the
bridge, one of all agents in a process of their own. The desks are devices without a browser (agents/runtime), in the process of the phone; the window itself is drawn besides. All is on the same
machine.`
}
