import { expect, test } from 'vitest'
import { people } from '../../../../shared/company/collections.ts'
import { jobs } from '../../../../shared/jobs/collections.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Desk } from '../../../../shared/records/simulation/world/desk.ts'
import { Directory } from '../directory.ts'
import { loadOf } from './load.ts'
import { timersOf } from './timers.ts'

const [A, B, C] = ['a', 'b', 'c'].map((key) => derivedId('common', START, 'test', key)) as [string, string, string]
const HOUR = 3_600_000

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
