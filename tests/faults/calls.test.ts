import { setTimeout as after } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinServer, readServiceKey } from '../../agents/runtime/connection/join.ts'
import { Replica } from '../../agents/runtime/replica.ts'
import type { PhoneLine, SimulatedPhone } from '../../agents/telephony/testing/phone.ts'
import { type Call, calls } from '../../shared/calls/collections.ts'
import type { Report } from '../../shared/calls/protocol.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { AgentsProcess } from '../support/agents.ts'
import { foundWithPhone } from '../support/calls/paired-phone.ts'
import { seeded } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SEED, times } from './support/length.ts'

const KILLS = times(3, 60)
/** Calls between two kills. */
const CALLS = 10
const WITHIN = times(3, 20) * 60_000
/** An answer that does not come within this is waited for no more, ms. */
const PATIENCE = 4000

let server: TestServer
let agents: AgentsProcess
let desk: Replica
let phone: SimulatedPhone

beforeEach(async () => {
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  ;({ phone } = await foundWithPhone(server))
  const how = { address: server.url, secret: await readServiceKey(server.data), as: 'cli' } as const
  desk = new Replica(await joinServer(how, 'desk'), pino({ level: 'silent' }))
  await desk.open(`${calls.family}/${COMMON}/${quarterOf(Date.now())}`)
  agents = new AgentsProcess(['telephony', '--url', server.url, '--data', server.data])
})
afterEach(async () => {
  await agents.kill()
  desk.stop()
  await server.close()
})

/** Reports of one call, each twice, mixed. */
function reportsOf(name: string, began: number, random: () => number): readonly Report[] {
  const number = `+7916${String(Math.floor(random() * 1e7)).padStart(7, '0')}`
  const told = (['ringing', 'answered', 'ended'] as const).map((what, i) => ({
    call: name,
    what,
    number,
    at: began + i * 1000,
  }))
  return [...told, ...told]
    .map((report) => ({ report, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ report }) => report)
}

/** A line that is opened anew when it is gone. */
class Line {
  #line: PhoneLine | null = null
  #last = 0

  /** Says a report over it; whether the server has it. */
  async tell(report: Report): Promise<boolean> {
    const id = String(++this.#last)
    try {
      if (!this.#line || this.#line.closed !== null) this.#line = await phone.line()
      const line = this.#line
      line.say({ type: 'report', id, report })
      for (const until = Date.now() + PATIENCE; Date.now() < until && line.closed === null; await after(10)) {
        const answer = line.heard.find((frame) => frame.type === 'taken' && frame.id === id)
        if (answer) return !('code' in answer)
      }
    } catch {
      // It is away: the report is told again.
    }
    return false
  }

  close(): void {
    this.#line?.close()
  }
}

async function post(report: Report): Promise<boolean> {
  const init = { method: 'POST', body: JSON.stringify(report), signal: AbortSignal.timeout(PATIENCE) }
  return await phone.ask('/phone/v1/reports', init).then(
    ({ status }) => status === 200,
    () => false,
  )
}

/** Tells a report until the server has it. */
async function tell(report: Report, say: (report: Report) => Promise<boolean>): Promise<void> {
  while (!(await say(report))) await after(50)
}

test(`BR1: a bridge that is killed ${KILLS} times amid calls, and a server that is begun anew, lose none and double none (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const began = Date.now() - 3_600_000
  const lines = [new Line(), new Line()]
  const told: Promise<void>[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    await agents.start()
    for (let i = 0; i < CALLS; i++) {
      const all = reportsOf(`${kill}.${i}`, began + (kill * CALLS + i) * 5000, random)
      const line = lines[i % 2] as Line
      told.push(...all.map((report, n) => tell(report, n % 2 ? post : (one) => line.tell(one))))
    }
    await after(random() * 800)
    await agents.kill()
    if (kill === Math.floor(KILLS / 2)) await server.restart()
  }
  await agents.start()
  await Promise.all(told)
  const all = () => [...desk.rows(calls)]
  await expect.poll(() => all().filter(({ ended }) => ended !== null).length).toBe(KILLS * CALLS)
  expect(all()).toHaveLength(KILLS * CALLS)
  const times = (call: Call) => [call.answered, call.ended].map((at) => (at ?? 0) - (call.rang ?? 0))
  for (const call of all()) expect([call.state, ...times(call)]).toEqual(['ended', 1000, 2000])
  expect(new Set(all().map(({ outer }) => outer)).size).toBe(KILLS * CALLS)
  for (const line of lines) line.close()
  await agents.stop()
  expect(agents.faults).toEqual([])
})
