import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MINUTES, readTime, readWeek, USUAL_WEEK, type Week, writeTime, writeWeek } from './hours.ts'

const hours = fc
  .tuple(fc.integer({ min: 0, max: DAY_MINUTES - 1 }), fc.integer({ min: 1, max: DAY_MINUTES }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }))
const week: fc.Arbitrary<Week> = fc.array(fc.option(hours), { minLength: 7, maxLength: 7 })

test('a week that is kept is read as it was', () => {
  fc.assert(
    fc.property(week, (one) => {
      expect(readWeek(writeWeek(one))).toEqual(one)
    }),
  )
  expect(writeWeek(USUAL_WEEK)).toEqual([
    '1 09:00 18:00',
    '2 09:00 18:00',
    '3 09:00 18:00',
    '4 09:00 18:00',
    '5 09:00 18:00',
  ])
})

test('lines that say nothing are passed over', () => {
  const odd = ['', '1', '8 09:00 18:00', '2 18:00 09:00', '3 09:00', '4 25:00 26:00', 'x 09:00 18:00']
  expect(readWeek(odd)).toEqual(Array(7).fill(null))
})

test.each([
  ['9', 540],
  ['9:30', 570],
  ['09.30', 570],
  ['0930', 570],
  ['24:00', 1440],
  ['0', 0],
])('%s is a time', (text, minutes) => {
  expect(readTime(text)).toBe(minutes)
  expect(readTime(writeTime(minutes))).toBe(minutes)
})

test.each(['', '25', '9:60', '24:01', 'утром', '9:3', '930:00'])('%j is no time', (text) => {
  expect(readTime(text)).toBeUndefined()
})
