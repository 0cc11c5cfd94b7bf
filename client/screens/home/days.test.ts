import { expect, test } from 'vitest'
import { addedUp, daysOfMonth, growth, monthBefore, monthSoFar, timeGone } from './days.ts'

test('a month so far is set beside as many days of the month before', () => {
  expect(monthSoFar('2026-11-28')).toEqual({
    now: { from: '2026-11-01', to: '2026-11-28' },
    before: { from: '2026-10-01', to: '2026-10-28' },
  })
  expect(monthSoFar('2026-03-31').before, 'a shorter month is taken whole').toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
  expect(monthBefore('2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})

test('sums of days add up to today, and no further', () => {
  const days = daysOfMonth('2026-02-03')
  expect(days).toHaveLength(28)
  const sums = new Map([
    ['2026-02-01', 100],
    ['2026-02-03', 50],
    ['2026-02-04', 1000],
  ])
  expect(addedUp(days, sums, '2026-02-03').slice(0, 5)).toEqual([100, 100, 150, null, null])
})

test('growth is in percent of what was; of nothing there is none', () => {
  expect(growth(150, 100)).toBe(50)
  expect(growth(50, 100)).toBe(-50)
  expect(growth(5, 0)).toBeNull()
})

test('of a plan’s days those are gone that ended, and today', () => {
  expect(timeGone('2026-11-01', '2026-11-30', '2026-11-15')).toBe(50)
  expect(timeGone('2026-11-01', '2026-11-30', '2026-11-30')).toBe(100)
})
