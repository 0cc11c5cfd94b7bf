import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { COMMANDS, type CommandArgs, type CommandName } from '../commands.ts'
import { partsOfImport } from '../importing/import-records.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { Desk, exchange } from '../records/simulation/world/desk.ts'
import type { Transaction, Written } from '../records/writing/transaction.ts'
import { type Job, jobs } from './collections.ts'
import { spentOn } from './spent.ts'
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

/** The ways in which the state of a job is written, but for those of documents that other rooms test. */
const CLOSINGS: readonly ((bench: Bench, id: string, state: 'done' | 'calledOff') => readonly Written[])[] = [
  (bench, id, state) => bench.do('moveJob', { id, state }),
  (bench, id, state) => bench.do('setRecord', { collection: 'jobs', id, values: { state } }),
  (bench, id, state) => bench.do('bringBack', { collection: 'jobs', id, path: 'state', value: state }),
  (bench, id, value) =>
    bench.do('changeRecords', { collection: 'jobs', ids: [id, B], change: { what: 'field', field: 'state', value } }),
  (bench, id, state) => {
    const step = { command: 'setRecord', args: { collection: 'jobs', id, values: { state } } } as const
    return bench.do('importRecords', { imported: partsOfImport([step]) })
  },
]

test('Q29: a job that is closed, whichever way, has its timers stopped in the same act, which undo takes back', () => {
  for (const close of CLOSINGS) {
    const time = { now: START }
    const [bench] = benches(1, time) as [Bench]
    bench.start(A)
    time.now += 30 * MINUTE
    const act = close(bench, A, 'done')
    expect(bench.open()).toEqual([])
    expect(spentOn(bench.row(jobs, A))).toBe(500)
    bench.do('undoAct', { act })
    expect(bench.running().map(({ job }) => job)).toEqual([A])
    expect(bench.row(jobs, A).state).toBe('underway')
    close(bench, A, 'calledOff')
    expect(bench.do('setRecord', { collection: 'jobs', id: A, values: { state: 'todo' } })).toHaveLength(1)
    expect(bench.open()).toEqual([])
  }
})

describe('Q36: a job that is closed by a device which knows nothing of its timer', () => {
  function apart() {
    const time = { now: START }
    const [one, two] = benches(2, time) as [Bench, Bench]
    one.start(A)
    time.now += 60 * MINUTE
    const act = two.do('setRecord', { collection: 'jobs', id: A, values: { state: 'done' } })
    time.now += 60 * MINUTE
    return { time, one, two, act }
  }
  const hoursOn = (bench: Bench) => spentOn(bench.row(jobs, A))
  test('it ended when the job was closed, and counts once it is written down', () => {
    const { one, two } = apart()
    exchange(one, two)
    expect(one.running()).toEqual([])
    expect(two.open()).toEqual(one.open())
    for (const bench of [one, two]) bench.do('settleTimers', { ids: [A] })
    exchange(one, two)
    expect([one, two].map(hoursOn)).toEqual([1_000, 1_000])
  })
  test('undoing the closing before that lets it run on', () => {
    const { one, two, act } = apart()
    exchange(one, two)
    two.do('undoAct', { act })
    exchange(one, two)
    expect(one.running().map(({ job }) => job)).toEqual([A])
  })
  test('two devices that close it apart count its time once', () => {
    const { one, two, time } = apart()
    one.do('moveJob', { id: A, state: 'done' })
    time.now += 60 * MINUTE
    exchange(one, two)
    expect([one, two].map((bench) => bench.open())).toEqual([[], []])
    expect([one, two].map(hoursOn)).toEqual([2_000, 2_000])
    expect(one.row(jobs, A).spent).toHaveLength(1)
  })
  test('a timer that began after the closing runs on, as does one in a job that was made closed', () => {
    const { one, two, time } = apart()
    exchange(one, two)
    one.do('settleTimers', { ids: [A] })
    time.now += MINUTE
    one.start(A)
    expect(one.running().map(({ job }) => job)).toEqual([A])
    const made = derivedId('common', START, 'test', 'made')
    one.do('createRecord', { collection: 'jobs', id: made, values: { subject: 'Made', state: 'done' } })
    one.do('startTimer', { id: made, ids: [A] })
    expect(openOf(timingsOf([one.row(jobs, made)]))).toMatchObject([{ job: made, ended: null }])
  })
})

const step = fc.record({
  device: fc.integer({ min: 0, max: 2 }),
  job: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('start', 'start', 'stop', 'settle', 'meet', 'wait', 'close', 'open', 'undo'),
  way: fc.nat({ max: CLOSINGS.length - 1 }),
})

test('Q26, Q27, Q36: devices that start timers and close jobs apart read one that runs, in none that was closed under it, and settle the others alike', () => {
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 30 }), (steps) => {
      const time = { now: START }
      const all = benches(3, time)
      const acts: (readonly Written[])[] = []
      for (const { device, job, what, way } of steps) {
        const bench = all[device] as Bench
        const [open, id] = [bench.open(), IDS[job] as string]
        time.now += 1_000
        if (what === 'start') bench.start(id)
        if (what === 'stop' && open[0]) bench.do('stopTimer', { id: open[0].job, entry: open[0].entry })
        if (what === 'close') acts[device] = CLOSINGS[way]?.(bench, id, 'done') ?? []
        if (what === 'open') bench.do('setRecord', { collection: 'jobs', id, values: { state: 'todo' } })
        if (what === 'undo') bench.do('undoAct', { act: acts[device] ?? [] })
        if (what === 'settle') bench.do('settleTimers', { ids: IDS })
        if (what === 'meet') exchange(...all)
        if (what === 'wait') time.now += 40 * MINUTE
      }
      exchange(...all)
      const reads = all.map((bench) => bench.open())
      expect(reads[1]).toEqual(reads[0])
      expect(reads[0]?.filter(({ ended }) => ended === null).length).toBeLessThanOrEqual(1)
      for (const { job, from, ended } of reads[0] ?? []) {
        const { state, since } = all[0]?.row(jobs, job) ?? {}
        if (ended === null && state === 'done') expect(since?.state?.at).toBeLessThan(from)
      }
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
