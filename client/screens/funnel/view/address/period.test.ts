import { expect, test } from 'vitest'
import { daysOf, isMonth, PERIODS, type PeriodName, spanOf } from './period.ts'

const NONE = { from: null, to: null }

test.each<[PeriodName, string, string, string]>([
  ['thisMonth', '2016-09-18', '2016-09-01', '2016-09-30'],
  ['thisMonth', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2016-03-31', '2016-02-01', '2016-02-29'],
  ['lastMonth', '2016-01-01', '2015-12-01', '2015-12-31'],
  ['thisQuarter', '2016-09-30', '2016-07-01', '2016-09-30'],
  ['thisQuarter', '2016-10-01', '2016-10-01', '2016-12-31'],
  ['thisYear', '2016-09-18', '2016-01-01', '2016-12-31'],
  ['lastYear', '2016-09-18', '2015-01-01', '2015-12-31'],
])('%s as of %s', (period, today, from, to) => {
  expect(daysOf(period, today, NONE)).toEqual({ from, to })
})

test('own days are as they were given, all time is open on both sides', () => {
  const own = { from: '2016-09-05', to: null }
  expect(daysOf('custom', '2020-01-01', own)).toEqual(own)
  expect(daysOf('all', '2020-01-01', own)).toEqual(NONE)
  expect(spanOf(NONE, 'Europe/Moscow')).toEqual({ from: -Infinity, to: Infinity })
})

test('September 2016 in Moscow begins and ends as in the golden report', () => {
  expect(spanOf({ from: '2016-09-01', to: '2016-09-30' }, 'Europe/Moscow')).toEqual({
    from: Date.parse('2016-09-01T00:00:00+03:00'),
    to: Date.parse('2016-10-01T00:00:00+03:00'),
  })
})

test('days are those of the zone, also where the clock is changed at midnight', () => {
  const span = spanOf({ from: '2018-11-04', to: '2018-11-04' }, 'America/Sao_Paulo')
  expect(span).toEqual({ from: Date.parse('2018-11-04T01:00:00-02:00'), to: Date.parse('2018-11-05T00:00:00-02:00') })
})

test('every period holds today, but for those that are past', () => {
  for (const period of PERIODS.filter((one) => one !== 'lastMonth' && one !== 'lastYear' && one !== 'custom')) {
    const { from, to } = daysOf(period, '2016-12-31', NONE)
    expect([period, (from ?? '') <= '2016-12-31' && (to ?? '9') >= '2016-12-31']).toEqual([period, true])
  }
})

test('a whole month is known as such', () => {
  expect(isMonth({ from: '2016-02-01', to: '2016-02-29' })).toBe(true)
  expect(isMonth({ from: '2016-02-01', to: '2016-02-28' })).toBe(false)
  expect(isMonth({ from: '2016-02-01', to: '2016-03-31' })).toBe(false)
  expect(isMonth({ from: '2016-02-01', to: null })).toBe(false)
})
