import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../time/days.ts'
import { PERIODS, periodOf } from './period.ts'

const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))

test('RP40: periods are those of the calendar in which today lies', () => {
  const days = (today: string) => Object.fromEntries(PERIODS.map((preset) => [preset, periodOf(preset, today)]))
  expect(days('2024-03-31')).toEqual({
    today: { from: '2024-03-31', until: '2024-03-31' },
    yesterday: { from: '2024-03-30', until: '2024-03-30' },
    thisWeek: { from: '2024-03-25', until: '2024-03-31' },
    previousWeek: { from: '2024-03-18', until: '2024-03-24' },
    thisMonth: { from: '2024-03-01', until: '2024-03-31' },
    previousMonth: { from: '2024-02-01', until: '2024-02-29' },
    thisQuarter: { from: '2024-01-01', until: '2024-03-31' },
    previousQuarter: { from: '2023-10-01', until: '2023-12-31' },
    thisYear: { from: '2024-01-01', until: '2024-12-31' },
    previousYear: { from: '2023-01-01', until: '2023-12-31' },
    all: { from: null, until: null },
  })
})

test('RP40: a previous period ends on the day before the present one begins, which holds today', () => {
  const pairs = [
    ['yesterday', 'today'],
    ['previousWeek', 'thisWeek'],
    ['previousMonth', 'thisMonth'],
    ['previousQuarter', 'thisQuarter'],
    ['previousYear', 'thisYear'],
  ] as const
  fc.assert(
    fc.property(aDay, fc.constantFrom(...pairs), (today, [previous, present]) => {
      const [before, now] = [periodOf(previous, today), periodOf(present, today)]
      expect(addDays(before.until ?? '', 1)).toBe(now.from)
      expect([now.from, today, now.until].map(String)).toEqual([now.from, today, now.until].map(String).toSorted())
      expect(periodOf(present, before.until ?? '')).toEqual(before)
    }),
  )
})
