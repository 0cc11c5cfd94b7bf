import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { SpentEntry } from './collections.ts'
import { hoursBetween, hoursOf, isOpen, spentByPerson, spentOn } from './spent.ts'

const HOUR = 3_600_000
const entry = (part: Partial<SpentEntry>): SpentEntry => ({
  id: 'e',
  madeAt: 0,
  person: 'kuzmin',
  from: null,
  until: null,
  hours: null,
  note: null,
  place: null,
  ...part,
})

test('Q21: hours that were entered by hand count, whatever else stands there, never below nothing', () => {
  expect(hoursOf(entry({ hours: 1_250, from: 0, until: HOUR }))).toBe(1_250)
  expect(hoursOf(entry({ hours: -5 }))).toBe(0)
})

test('Q22: else the time from start to end, rounded half up; an end before the start is none', () => {
  expect(hoursOf(entry({ from: 0, until: 1.5 * HOUR }))).toBe(1_500)
  expect([1_799, 1_800].map((until) => hoursBetween(0, until))).toEqual([0, 1])
  expect(hoursOf(entry({ from: HOUR, until: 0 }))).toBe(0)
})

test('Q22: a night in which clocks change has the hours that went by', () => {
  const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
  expect(hoursBetween(at('2026-03-28T22:00'), at('2026-03-29T06:00'))).toBe(7_000)
  expect(hoursBetween(at('2026-10-24T22:00'), at('2026-10-25T06:00'))).toBe(9_000)
})

test('Q23: a timer counts for nothing before it is stopped, nor does what says nothing', () => {
  expect([entry({ from: 5 }), entry({}), entry({ until: 5 })].map(hoursOf)).toEqual([0, 0, 0])
  expect([entry({ from: 5 }), entry({}), entry({ from: 5, hours: 0 })].map(isOpen)).toEqual([true, false, false])
})

test('Q24: what a job took is the sum of its entries, and of its people', () => {
  const any = fc
    .record({
      person: fc.constantFrom(null, 'kuzmin', 'lebedev'),
      from: fc.option(fc.integer({ min: 0, max: 1e9 })),
      until: fc.option(fc.integer({ min: 0, max: 1e9 })),
      hours: fc.option(fc.integer({ min: -10, max: 100_000 })),
    })
    .map(entry)
  fc.assert(
    fc.property(fc.array(any), (spent) => {
      const whole = spent.reduce((sum, one) => sum + hoursOf(one), 0)
      expect(spentOn({ spent })).toBe(whole)
      expect([...spentByPerson({ spent }).values()].reduce((sum, hours) => sum + hours, 0)).toBe(whole)
      expect(Number.isSafeInteger(whole)).toBe(true)
    }),
  )
})
