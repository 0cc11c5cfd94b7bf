import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf } from '../../../../shared/columns/columns.ts'
import { COMPANY, company, people } from '../../../../shared/company/collections.ts'
import { jobs } from '../../../../shared/jobs/collections.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Desk } from '../../../../shared/records/simulation/world/desk.ts'
import { Directory } from '../directory.ts'
import { LiveTimers } from './live-timers.ts'
import { loadOf } from './load.ts'

const [A, B, C] = ['a', 'b', 'c'].map((key) => derivedId('common', START, 'test', key)) as [string, string, string]
const HOUR = 3_600_000

const timersOf = (directory: Directory) => new LiveTimers(directory).answer()

/** What a device of Kuzmin knows where these jobs stand. */
function directoryWith(records: { readonly [id: string]: JsonObject }, removed?: string): Directory {
  const desk = new Desk('A', { now: START })
  desk.run((tx) => {
    for (const id of ['kuzmin', 'lebedev']) tx.create(people, id, { name: id })
    for (const [id, values] of Object.entries(records)) tx.create(jobs, id, values)
    if (removed !== undefined) tx.remove(jobs, removed)
  })
  const directory = new Directory('kuzmin', () => START)
  const hold = (collection: Collection, ids: readonly string[]) =>
    directory.hold(
      collection,
      ids.map((id) => desk.row(collection, id)),
    )
  hold(people, ['kuzmin', 'lebedev'])
  hold(jobs, Object.keys(records))
  return directory
}

const timer = (person: string, from: number, until: number | null = null) => ({ person, from, until })

test('Q26, Q27: one’s own timer that began last runs; where it overtook one, their jobs are told, else none', () => {
  const apart = directoryWith({
    [A]: { subject: 'Cut', spent: { one: timer('kuzmin', START - 3 * HOUR) } },
    [B]: { subject: 'Glue', spent: { two: timer('kuzmin', START - HOUR), other: timer('lebedev', START) } },
    [C]: { subject: 'Past', spent: { old: timer('kuzmin', START - 9 * HOUR, START - 8 * HOUR) } },
  })
  expect(timersOf(apart)).toMatchObject({
    running: { job: B, entry: 'two', subject: 'Glue', from: START - HOUR },
    unsettled: expect.arrayContaining([A, B]),
  })
  expect(timersOf(apart).unsettled).not.toContain(C)
  const alone = directoryWith({ [A]: { subject: 'Cut', spent: { one: timer('kuzmin', START - HOUR) } } })
  expect(timersOf(alone)).toMatchObject({ running: { job: A }, unsettled: [] })
})

test('Q25: the timer of a job that was removed runs no more', () => {
  const gone = directoryWith({ [A]: { subject: 'Cut', spent: { one: timer('kuzmin', START) } } }, A)
  expect(timersOf(gone).running).toBeNull()
})

const timed = fc.record({
  job: fc.constantFrom(A, B, C),
  person: fc.constantFrom('kuzmin', 'lebedev'),
  from: fc.integer({ min: 0, max: 9 }).map((hours) => START + hours * HOUR),
  isStopped: fc.boolean(),
  gone: fc.boolean(),
  state: fc.constantFrom('underway', 'done'),
})

test('Q36: one’s own timer in a job that was closed under it runs no more, and its job is told', () => {
  const desk = new Desk('A', { now: START })
  desk.run((tx) => tx.create(jobs, A, { subject: 'Cut', spent: { one: timer('kuzmin', START - HOUR) } }))
  desk.run((tx) => tx.set(jobs, A, { state: 'done' }))
  const directory = new Directory('kuzmin', () => START)
  directory.hold(jobs, [desk.row<Collection>(jobs, A)])
  expect(timersOf(directory)).toMatchObject({ running: null, unsettled: [A] })
})

test('Q26, Q36: kept as jobs change, timers are what a look at all jobs finds, and changes of them are told', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 12 }), (deeds) => {
      const desk = new Desk('A', { now: START })
      desk.run((tx) => {
        for (const id of [A, B, C]) tx.create(jobs, id, { subject: id })
      })
      const directory = new Directory('kuzmin', () => START)
      directory.stand(
        columnsOf([jobs], () => [A, B, C].map((id) => desk.row(jobs, id) as never)),
        true,
      )
      const live = new LiveTimers(directory)
      let before = live.answer()
      for (const [at, { job, person, from, isStopped, gone, state }] of deeds.entries()) {
        desk.run((tx) => {
          tx.add(jobs, job, 'spent', `entry${at}`, { person, from, until: isStopped ? from + HOUR : null })
          tx.write(jobs, job, 'gone', gone)
          tx.set(jobs, job, { state })
        })
        const after = desk.row<Collection>(jobs, job)
        const changed = directory.take([{ collection: jobs, id: job, before: null, after, origin: 'test' }])
        const isTouched = live.take(changed)
        const now = live.answer()
        if (!isTouched) expect(now).toEqual(before)
        const plain = timersOf(directory)
        expect(now.running).toEqual(plain.running)
        expect(now.unsettled.toSorted()).toEqual(plain.unsettled.toSorted())
        before = now
      }
    }),
    { numRuns: 60 },
  )
})

test('Q33: the load has a row for everybody, by name, that of nobody last, and hours of each job once', () => {
  const load = loadOf(
    directoryWith({
      [A]: { subject: 'Cut', performer: 'lebedev', planned: 5_000, due: '2000-01-01' },
      [B]: { subject: 'Glue', planned: 1_500 },
    }),
    { what: 'load', unit: 'day', from: null, count: 3 },
  )
  expect(load.rows.map(({ name }) => name)).toEqual(['kuzmin', 'lebedev', null])
  // What is overdue is for today.
  expect(load.rows[1]?.cells.map(({ hours }) => hours)).toEqual([5_000, 0, 0])
  expect(load.rows[1]?.cells[0]?.jobs).toEqual([{ id: A, hours: 5_000 }])
  expect(load.rows[2]?.undated.hours).toBe(1_500)
})

test('Q35: a holiday has no hours, a short day an hour less, and work is spread around them', () => {
  const directory = directoryWith({ [A]: { subject: 'Cut', performer: 'kuzmin', planned: 15_000, due: '2026-11-18' } })
  const desk = new Desk('B', { now: START })
  desk.run((tx) => {
    const week = [1, 2, 3].map((day) => `${day} 10:00 18:00`)
    tx.create(company, COMPANY, { name: 'Assol', zone: 'UTC', week })
    tx.add(company, COMPANY, 'specialDays', '20261116', { date: '2026-11-16', kind: 'shortDay' })
    tx.add(company, COMPANY, 'specialDays', '20261117', { date: '2026-11-17', kind: 'dayOff' })
  })
  const after = desk.row(company as Collection, COMPANY)
  directory.workingTime()
  directory.take([{ collection: company as Collection, id: COMPANY, before: null, after, origin: null }])
  const cells = loadOf(directory, { what: 'load', unit: 'day', from: '2026-11-15', count: 4 }).rows[0]?.cells
  expect(cells?.map(({ capacity }) => capacity)).toEqual([0, 7_000, 0, 8_000])
  expect(cells?.map(({ hours }) => hours)).toEqual([0, 7_000, 0, 8_000])
})
