import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../collections.ts'
import { acceptedBy, refusedBy } from '../simulation/chance/arbitrary.ts'
import { type Collection, readValue } from './collection.ts'
import { date, type Field, instant } from './fields.ts'
import type { Json } from './value.ts'

const all: Field[] = Object.values<Collection>(COLLECTIONS).flatMap(({ fields, lists }) => [
  ...Object.values(fields),
  ...Object.values(lists).flatMap((list) => Object.values(list.fields)),
])
const field = fc.constantFrom(...all)

test('R9: a value that fits reads as itself', () => {
  const given = field.chain((field) => acceptedBy(field).map((value) => ({ field, value })))
  fc.assert(
    fc.property(given, ({ field, value }) => {
      expect(field.accepts(value)).toBe(true)
      expect(readValue(field, value)).toEqual(value)
    }),
    { numRuns: 500 },
  )
})

test('R9: an empty set is each row’s own: one that two share is written for both where a page writes in place', () => {
  for (const one of all.filter(({ fallback }) => Array.isArray(fallback)))
    expect(readValue(one, null)).not.toBe(readValue(one, null))
})

test('R9: a value that does not fit, none and null read as the fallback', () => {
  const given = field.chain((field) => refusedBy(field).map((value) => ({ field, value })))
  fc.assert(
    fc.property(given, ({ field, value }) => {
      expect([value, null, undefined].map((one) => readValue(field, one))).toEqual(Array(3).fill(field.fallback))
    }),
    { numRuns: 500 },
  )
})

test.each<[string, Field, Json, boolean]>([
  ['a day', date(), '2026-02-28', true],
  ['a leap day', date(), '2024-02-29', true],
  ['no leap day', date(), '2026-02-29', false],
  ['a 31st of April', date(), '2026-04-31', false],
  ['a 13th month', date(), '2026-13-01', false],
  ['a short year', date(), '26-01-01', false],
  ['a day and time', date(), '2026-01-01T00:00', false],
  ['the last millisecond', instant(), 8.64e15, true],
  ['one behind the last', instant(), 8.64e15 + 1, false],
  ['half a millisecond', instant(), 0.5, false],
])('R9: %s', (_what, field, value, fits) => {
  expect(field.accepts(value)).toBe(fits)
})
