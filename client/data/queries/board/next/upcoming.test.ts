import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../../../../shared/collections.ts'
import { customers } from '../../../../../shared/customers/collections.ts'
import type { Collection } from '../../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../../shared/records/keys/id.ts'
import { START } from '../../../../../shared/records/simulation/chance/deeds.ts'
import { Desk } from '../../../../../shared/records/simulation/world/desk.ts'
import { Directory } from '../../directory.ts'
import { PLANNED_IN, Upcoming } from './upcoming.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [ORDER, OTHER, ASSOL, GREY] = ['order', 'other', 'assol', 'grey'].map(idOf) as [string, string, string, string]
const HOUR = 3_600_000

/** A desk whose changes reach a directory. */
function stage() {
  const desk = new Desk('A')
  const directory = new Directory(null, () => START)
  const write = (collection: Collection, id: string, values: object) => {
    desk.run((tx) => {
      tx.create(collection, id, {})
      for (const [name, value] of Object.entries(values)) tx.write(collection, id, name, value)
    })
    directory.take([{ collection, id, before: null, after: desk.row(collection, id), origin: 'test' }])
  }
  for (const id of [ASSOL, GREY]) write(customers, id, { name: id })
  return { directory, write }
}

test('an order shows the nearest of its own, else that of its customer; what is over, called off or has no time is none', () => {
  const { directory, write } = stage()
  const call = (name: string, values: object) =>
    write(COLLECTIONS.events, idOf(name), { kind: 'call', state: 'planned', ...values })
  const next = (order = ORDER) => directory.upcoming.of(order, ASSOL)?.id ?? null
  expect(next()).toBe(null)
  call('their', { customer: ASSOL, start: START })
  expect([next(), next(OTHER)]).toEqual([idOf('their'), idOf('their')])
  call('later', { basis: `orders/${ORDER}`, start: START + 2 * HOUR })
  expect([next(), next(OTHER)]).toEqual([idOf('later'), idOf('their')])
  call('sooner', { basis: `orders/${ORDER}`, start: START + HOUR })
  expect(next()).toBe(idOf('sooner'))
  call('sooner', { state: 'done' })
  call('later', { start: null })
  expect(next()).toBe(idOf('their'))
  call('their', { gone: true })
  expect(next()).toBe(null)
})

test('a job is next by its time, else by its day, and overdue when that is over', () => {
  const { directory, write } = stage()
  write(COLLECTIONS.jobs, idOf('job'), { subject: 'Measure', order: ORDER, due: '2026-10-05' })
  const day = directory.dayStart('2026-10-05')
  expect(directory.upcoming.of(ORDER, null)).toMatchObject({ collection: 'jobs', at: day, until: day + 24 * HOUR })
  write(COLLECTIONS.jobs, idOf('job'), { state: 'done' })
  expect(directory.upcoming.of(ORDER, null)).toBe(null)
})

test('what is planned for a customer is planned for the one that it was merged into', () => {
  const { directory, write } = stage()
  write(COLLECTIONS.events, idOf('call'), { kind: 'call', state: 'planned', customer: GREY, start: START })
  expect(directory.upcoming.of(ORDER, ASSOL)).toBe(null)
  write(customers, GREY, { mergedInto: ASSOL })
  expect(directory.upcoming.of(ORDER, ASSOL)?.id).toBe(idOf('call'))
})

const change = fc.record({
  name: fc.constantFrom('one', 'two', 'three'),
  collection: fc.constantFrom(...PLANNED_IN),
  customer: fc.constantFrom(ASSOL, GREY, null),
  order: fc.constantFrom(ORDER, OTHER, null),
  state: fc.constantFrom('underway', 'done', 'calledOff', null),
  start: fc.constantFrom(START, START + HOUR, null),
  gone: fc.boolean(),
})

test('kept as rows change, it is what it would be if made anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const { directory, write } = stage()
      const asked = (upcoming: Upcoming) =>
        [ORDER, OTHER].flatMap((order) => [ASSOL, GREY, null].map((customer) => upcoming.of(order, customer)))
      for (const { name, collection, order, ...values } of changes) {
        write(COLLECTIONS[collection], idOf(`${collection} ${name}`), { ...values, basis: order && `orders/${order}` })
        expect(asked(directory.upcoming)).toEqual(asked(new Upcoming(directory)))
      }
    }),
    { numRuns: 60 },
  )
})
