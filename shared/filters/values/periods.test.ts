import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { FilterValue } from '../filter.ts'
import { daysOf, instantsOf, isPeriod, PERIODS, takesDays } from './periods.ts'

/** A Friday. */
const TODAY = '2026-09-18'

const span = (...values: FilterValue[]) => {
  const { from, to } = daysOf(values, TODAY)
  return `${from ?? ''}…${to ?? ''}`
}

test('L6: periods are told from today, weeks begin on Monday', () => {
  expect(span('today')).toBe('2026-09-18…2026-09-18')
  expect(span('yesterday')).toBe('2026-09-17…2026-09-17')
  expect(span('tomorrow')).toBe('2026-09-19…2026-09-19')
  expect(span('thisWeek')).toBe('2026-09-14…2026-09-20')
  expect(span('lastWeek')).toBe('2026-09-07…2026-09-13')
  expect(span('nextWeek')).toBe('2026-09-21…2026-09-27')
  expect(span('thisMonth')).toBe('2026-09-01…2026-09-30')
  expect(span('lastMonth')).toBe('2026-08-01…2026-08-31')
  expect(span('nextMonth')).toBe('2026-10-01…2026-10-31')
  expect(span('thisQuarter')).toBe('2026-07-01…2026-09-30')
  expect(span('lastQuarter')).toBe('2026-04-01…2026-06-30')
  expect(span('thisYear')).toBe('2026-01-01…2026-12-31')
  expect(span('lastYear')).toBe('2025-01-01…2025-12-31')
  expect(span('last', 7)).toBe('2026-09-12…2026-09-18')
  expect(span('next', 7)).toBe('2026-09-18…2026-09-24')
  expect(span('past')).toBe('…2026-09-17')
  expect(span('future')).toBe('2026-09-19…')
})

test('a period is a known name, with a sensible number of days where it takes one', () => {
  const bad: FilterValue[][] = [['sometime'], ['last'], ['last', 0], ['next', 1.5], ['next', 1e9], []]
  expect(bad.filter(isPeriod)).toEqual([])
  expect(PERIODS.filter((period) => !isPeriod(takesDays(period) ? [period, 3] : [period]))).toEqual([])
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))

test('what is past, today and future is every day once; a month follows the month before it', () => {
  fc.assert(
    fc.property(day, (today) => {
      const next = (to: string | null) =>
        Temporal.PlainDate.from(to ?? '')
          .add({ days: 1 })
          .toString()
      expect(next(daysOf(['past'], today).to)).toBe(daysOf(['today'], today).from)
      expect(next(daysOf(['today'], today).to)).toBe(daysOf(['future'], today).from)
      for (const unit of ['Week', 'Month'])
        expect(next(daysOf([`this${unit}`], today).to)).toBe(daysOf([`next${unit}`], today).from)
      for (const unit of ['Week', 'Month', 'Quarter', 'Year'])
        expect(next(daysOf([`last${unit}`], today).to)).toBe(daysOf([`this${unit}`], today).from)
    }),
  )
})

test('L6: a day that the zone makes 23 or 25 hours long is taken whole', () => {
  const { from, to } = instantsOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')
  expect((to - from) / 3_600_000).toBe(23)
  expect(instantsOf({ from: null, to: null }, 'UTC')).toEqual({
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  })
})
