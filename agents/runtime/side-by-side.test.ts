import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { features } from '../../shared/features/collections.ts'
import type { Change } from '../../shared/records/reading/record-set.ts'
import type { Agent, AgentGround } from './agent.ts'
import { type Features, knowFeatures } from './company/features.ts'
import type { FeedListener } from './documents/held-document.ts'
import type { Replica } from './replica.ts'
import { runSideBySide } from './side-by-side.ts'

const FAST = { first: 1, most: 4 }

/** Runs agents of which each does as told; gives what was logged, a line each. */
function run(agents: readonly Agent[], features?: Features) {
  const lines: { agent?: string; msg: string; err?: { message: string } }[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const stopping = new AbortController()
  // Of their ground these agents use the log, the features and the signal alone.
  const ground = { log, features, signal: stopping.signal } as AgentGround
  return { lines, stopping, over: runSideBySide(agents, ground, FAST) }
}

function counting(name: string, work: (times: number, ground: AgentGround) => Promise<void>) {
  const counted = { times: 0 }
  const agent: Agent = { name, run: (ground) => work(++counted.times, ground) }
  return { agent, counted }
}

const untilStopped = ({ signal }: AgentGround) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))

test('RT12: one that fails, or ends, is begun anew as often as it does, and the other works on undisturbed', async () => {
  const failing = counting('failing', async (times) => {
    await setImmediate()
    if (times % 3 !== 0) throw new RangeError(`the ${times}th time`)
  })
  const sound = counting('sound', (_times, ground) => untilStopped(ground))
  const { lines, stopping, over } = run([failing.agent, sound.agent])
  await expect.poll(() => failing.counted.times).toBeGreaterThan(8)
  expect(sound.counted.times).toBe(1)
  expect(lines.filter(({ msg }) => msg === 'ended by itself').map(({ agent }) => agent)).toContain('failing')
  expect(lines.find(({ msg }) => msg === 'failed')).toMatchObject({ agent: 'failing', err: { type: 'RangeError' } })
  stopping.abort()
  await over
  const { times } = failing.counted
  await setImmediate()
  expect(failing.counted.times).toBe(times)
})

test('RT12: asked to stop, agents end what they have begun', async () => {
  const begun = Promise.withResolvers<void>()
  const work = Promise.withResolvers<void>()
  const done: string[] = []
  const agent = counting('slow', async () => {
    begun.resolve()
    await work.promise
    done.push('work')
  })
  const { stopping, over } = run([agent.agent])
  await begun.promise
  stopping.abort()
  void over.then(() => done.push('over'))
  await setImmediate()
  expect(done).toEqual([])
  work.resolve()
  await over
  expect([agent.counted.times, done[0]]).toEqual([1, 'work'])
})

test('RT15: one whose feature is off does not begin, begins once that is on, and is asked to stop when it is off again', async () => {
  const off = new Set(['mail'])
  const rows = () => [...off].map((id) => ({ id, isOff: true, gone: false }))
  const listeners = new Set<FeedListener>()
  const change = (act: () => void) => {
    act()
    for (const listener of listeners) listener([{ collection: features } as unknown as Change], 'setup')
  }
  const replica = { rows, observe: (one: FeedListener) => listeners.add(one) && (() => listeners.delete(one)) }
  const known = knowFeatures(replica as unknown as Replica)
  const mail = counting('mail', (_times, ground) => untilStopped(ground))
  const other = counting('other', (_times, ground) => untilStopped(ground))
  const { lines, stopping, over } = run([{ ...mail.agent, feature: 'mail' }, other.agent], known)
  await expect.poll(() => other.counted.times).toBe(1)
  expect(mail.counted.times).toBe(0)
  change(() => off.clear())
  await expect.poll(() => mail.counted.times).toBe(1)
  change(() => off.add('mail'))
  await expect.poll(() => lines.filter(({ msg }) => msg === 'switched off').length).toBe(2)
  change(() => off.clear())
  await expect.poll(() => mail.counted.times).toBe(2)
  expect(other.counted.times).toBe(1)
  stopping.abort()
  await over
  known.forget()
  expect(listeners.size).toBe(0)
})
