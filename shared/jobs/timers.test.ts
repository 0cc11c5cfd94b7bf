import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { COMMANDS, type CommandArgs, type CommandName } from '../commands.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { Desk, exchange } from '../records/simulation/world/desk.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type Job, jobs } from './collections.ts'
import { isForgotten, offeredEnd, openOf, timingsOf } from './timers.ts'

const IDS = ['a', 'b', 'c'].map((key) => derivedId('common', START, 'test', key))
const [A = '', B = ''] = IDS
const ZONE = 'Europe/Moscow'
const MINUTE = 60_000

/** A device of one person: all devices here are his. */
class Bench extends Desk {
  do<N extends CommandName>(name: N, args: CommandArgs<N>) {
    return this.run((tx) => (COMMANDS[name] as (tx: Transaction, args: CommandArgs<N>) => unknown)(tx, args))
  }
  jobs(): Job[] {
    return IDS.map((id) => this.row(jobs, id))
  }
  open() {
    return openOf(timingsOf(this.jobs()))
  }
  running() {
    return this.open().filter(({ ended }) => ended === null)
  }
  start(id: string): void {
    this.do('startTimer', { id, ids: this.open().map(({ job }) => job) })
  }
}

function benches(count: number, time = { now: START }): Bench[] {
  const all = Array.from({ length: count }, (_, at) => new Bench(`D${at}`, time, 'kuzmin'))
  for (const id of IDS) all[0]?.do('createRecord', { collection: 'jobs', id, values: { subject: id } })
  exchange(...all)
  return all
}

describe('Q25: one timer runs of a person', () => {
  test('starting another stops the first at its start, in one act that undo takes back; the job is under way', () => {
    const time = { now: START }
    const [bench] = benches(1, time) as [Bench]
    bench.start(A)
    time.now += 30 * MINUTE
    const act = bench.do('startTimer', { id: B, ids: [A] })
    expect(bench.running().map(({ job }) => job)).toEqual([B])
    expect(bench.row(jobs, A).spent[0]?.until).toBe(bench.row(jobs, B).spent[0]?.from)
    expect(bench.row(jobs, B).state).toBe('underway')
    bench.do('undoAct', { act })
    expect(bench.running().map(({ job }) => job)).toEqual([A])
    expect(bench.row(jobs, B)).toMatchObject({ state: null, spent: [] })
  })
  test('started where it runs already it goes on; without a person there is none', () => {
    const [bench] = benches(1) as [Bench]
    bench.start(A)
    expect(bench.do('startTimer', { id: A, ids: [A] })).toEqual([])
    const nobody = new Bench('N', undefined, null)
    exchange(bench, nobody)
    expect(() => nobody.do('startTimer', { id: B, ids: [] })).toThrow('timer-nobody')
  })
  test('a timer that was stopped meanwhile stays as it is, and none ends before its start', () => {
    const [bench] = benches(1) as [Bench]
    bench.do('startTimer', { id: A, ids: [], entry: 'e' })
    const { from } = bench.row(jobs, A).spent[0] ?? {}
    bench.do('stopTimer', { id: A, entry: 'e', until: 5 })
    expect(bench.row(jobs, A).spent[0]?.until).toBe(from)
    expect(bench.do('stopTimer', { id: A, entry: 'e' })).toEqual([])
  })
})

test('Q29: a job that is closed has its timers stopped in the same act', () => {
  const [bench] = benches(1) as [Bench]
  bench.start(A)
  const act = bench.do('moveJob', { id: A, state: 'done' })
  expect(bench.open()).toEqual([])
  bench.do('undoAct', { act })
  expect(bench.running().map(({ job }) => job)).toEqual([A])
})

const step = fc.record({
  device: fc.integer({ min: 0, max: 2 }),
  job: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('start', 'start', 'stop', 'settle', 'meet', 'wait'),
})

test('Q26, Q27: devices that start timers apart read one that runs, and settle the others without an overlap of theirs', () => {
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 30 }), (steps) => {
      const time = { now: START }
      const all = benches(3, time)
      for (const { device, job, what } of steps) {
        const bench = all[device] as Bench
        const open = bench.open()
        time.now += 1_000
        if (what === 'start') bench.start(IDS[job] as string)
        if (what === 'stop' && open[0]) bench.do('stopTimer', { id: open[0].job, entry: open[0].entry })
        if (what === 'settle') bench.do('settleTimers', { ids: IDS })
        if (what === 'meet') exchange(...all)
        if (what === 'wait') time.now += 40 * MINUTE
      }
      exchange(...all)
      const reads = all.map((bench) => bench.open())
      expect(reads[1]).toEqual(reads[0])
      expect(reads[0]?.filter(({ ended }) => ended === null).length).toBeLessThanOrEqual(1)
      // What the timers came to is read before it is written down, and stands when all have done so.
      const ends = new Map(reads[0]?.flatMap(({ entry, ended }) => (ended === null ? [] : [[entry, ended] as const])))
      for (const bench of all) bench.do('settleTimers', { ids: IDS })
      exchange(...all)
      for (const bench of all) {
        expect(bench.open().every(({ ended }) => ended === null)).toBe(true)
        for (const { entry, until } of timingsOf(bench.jobs())) if (ends.has(entry)) expect(until).toBe(ends.get(entry))
      }
    }),
    { numRuns: 60 },
  )
})

describe('Q28: forgotten timers', () => {
  const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds
  const evening = at('2026-11-26T18:20')
  test('over midnight, or for more than twelve hours', () => {
    expect(isForgotten(evening, at('2026-11-26T23:59'), ZONE)).toBe(false)
    expect(isForgotten(evening, at('2026-11-27T00:00'), ZONE)).toBe(true)
    const dawn = at('2026-11-26T06:00')
    expect([at('2026-11-26T18:00'), at('2026-11-26T18:01')].map((now) => isForgotten(dawn, now, ZONE))).toEqual([
      false,
      true,
    ])
  })
  test('their time is offered until that midnight, twelve hours at most', () => {
    expect(offeredEnd(evening, at('2026-11-27T09:00'), ZONE)).toBe(at('2026-11-27T00:00'))
    const dawn = at('2026-11-26T06:00')
    expect(offeredEnd(dawn, at('2026-11-26T22:00'), ZONE)).toBe(at('2026-11-26T18:00'))
    expect(offeredEnd(dawn, at('2026-11-26T07:00'), ZONE)).toBe(at('2026-11-26T07:00'))
  })
})
