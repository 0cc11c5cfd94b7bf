import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../time/days.ts'
import { type Threaded, threadsOf } from './threads.ts'

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'away')
const letter = fc.record({
  messageId: fc.option(ids),
  references: fc.array(ids, { maxLength: 3 }),
  subject: fc.constantFrom(null, 'Смета', 'Re: Смета', 'Re: смета ', 'Fwd: Кухня', 'Кухня'),
  outsiders: fc.array(fc.constantFrom('ivan@x', 'olga@x'), { maxLength: 2 }),
  at: fc.integer({ min: 0, max: 60 }).map((day) => day * DAY_MS),
})
const letters = fc.array(letter, { maxLength: 14 }).map((all) => all.map((one, i) => ({ ...one, id: `l${i}` })))

const sets = (all: readonly Threaded[]) =>
  threadsOf(all)
    .map((thread) =>
      thread
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort()

test('MP15: letters have the same threads in whatever order they come', () => {
  fc.assert(
    fc.property(
      letters.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(sets(shuffled)).toEqual(sets(all))
      },
    ),
  )
})

test('MP15: one more letter parts none that were together', () => {
  fc.assert(
    fc.property(letters, letter, (all, more) => {
      const after = threadsOf([...all, { ...more, id: 'more' }])
      for (const thread of threadsOf(all)) {
        const [first] = thread
        const its = after.find((one) => one.some(({ id }) => id === first?.id)) ?? []
        expect(thread.every(({ id }) => its.some((one) => one.id === id))).toBe(true)
      }
    }),
  )
})

const at = (day: number, subject: string, more: Partial<Threaded> = {}): Threaded => ({
  ...{ id: `${day}`, messageId: `m${day}`, references: [], outsiders: ['ivan@x'], at: day * DAY_MS, subject },
  ...more,
})

test('MP15: two that answer a letter which is not here are one thread', () => {
  expect(sets([at(1, 'x', { references: ['away'] }), at(90, 'y', { references: ['away'] })])).toEqual(['1 90'])
})

test('MP16: an answer without references goes on with a talk of these people under this subject, two weeks at most', () => {
  expect(sets([at(1, 'Смета'), at(9, 'RE: смета')])).toEqual(['1 9'])
  expect(sets([at(1, 'Смета'), at(20, 'Re: Смета')])).toEqual(['1', '20'])
  expect(sets([at(1, 'Смета'), at(9, 'Смета')]), 'another letter under the same subject').toEqual(['1', '9'])
  expect(sets([at(1, 'Смета'), at(9, 'Re: Смета', { outsiders: ['olga@x'] })])).toEqual(['1', '9'])
  expect(sets([at(1, ''), at(9, 'Re:')]), 'no subject is none').toEqual(['1', '9'])
})
