import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '../locales/en/index.ts'
import { ru } from '../locales/ru/index.ts'
import { addDays, daysFrom } from '../time/days.ts'
import { PERIODICITIES, type Periodicity } from './collections.ts'
import { MOST_PERIODS, periodAt, periodsOf } from './periods.ts'
import { periodTitle } from './titles.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
const periodicity = fc.constantFrom(...PERIODICITIES)

function cut(from: string, until: string, by: Periodicity): string[] {
  return periodsOf({ from, until, periodicity: by }).map((one) => `${one.from} ${one.until}`)
}

test('PN1: a quarter’s plan is cut at its own ends, as the slide shows it', () => {
  expect(cut('2015-02-01', '2015-09-30', 'byQuarter')).toEqual([
    '2015-02-01 2015-03-31',
    '2015-04-01 2015-06-30',
    '2015-07-01 2015-09-30',
  ])
})

test.each([
  ['byDay', '2015-02-27', '2015-03-01', ['2015-02-27 2015-02-27', '2015-02-28 2015-02-28', '2015-03-01 2015-03-01']],
  ['byWeek', '2026-11-25', '2026-12-08', ['2026-11-25 2026-11-29', '2026-11-30 2026-12-06', '2026-12-07 2026-12-08']],
  [
    'byTenDays',
    '2024-02-05',
    '2024-03-01',
    ['2024-02-05 2024-02-10', '2024-02-11 2024-02-20', '2024-02-21 2024-02-29', '2024-03-01 2024-03-01'],
  ],
  ['byMonth', '2015-12-10', '2016-01-31', ['2015-12-10 2015-12-31', '2016-01-01 2016-01-31']],
  [
    'byHalfYear',
    '2015-06-30',
    '2016-01-01',
    ['2015-06-30 2015-06-30', '2015-07-01 2015-12-31', '2016-01-01 2016-01-01'],
  ],
  ['byYear', '2014-12-31', '2016-01-01', ['2014-12-31 2014-12-31', '2015-01-01 2015-12-31', '2016-01-01 2016-01-01']],
] as const)('PN1: %s, over the end of a month or a year', (by, from, until, expected) => {
  expect(cut(from, until, by)).toEqual(expected)
})

test('PN1: every day of a plan lies in one period, and none of another day does', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), periodicity, (from, length, by) => {
      const until = addDays(from, length)
      const periods = periodsOf({ from, until, periodicity: by })
      const days = periods.flatMap((one) => [...daysFrom(one.from, one.until)])
      expect(days).toEqual([...daysFrom(from, until)])
      expect(periods.map(({ id }) => id)).toEqual(periods.map((one) => one.from))
      const inside = addDays(from, Math.floor(length / 2))
      const at = periods[periodAt(periods, inside)]
      expect(at && at.from <= inside && inside <= at.until).toBe(true)
      expect([periodAt(periods, addDays(from, -1)), periodAt(periods, addDays(until, 1))]).toEqual([-1, -1])
    }),
    { numRuns: 60 },
  )
})

test('PN1: none where a day is missing or the last is before the first; one too many where there would be too many', () => {
  expect(cut('2015-02-01', '2015-01-31', 'byDay')).toEqual([])
  expect(periodsOf({ from: '2015-02-01', until: null, periodicity: 'byDay' })).toEqual([])
  expect(periodsOf({ from: '2015-02-01', until: '2095-02-01', periodicity: 'byDay' })).toHaveLength(MOST_PERIODS + 1)
})

describe('PN2: titles', () => {
  const titles = (from: string, until: string, by: Periodicity) =>
    [ru, en].map(({ plans }) =>
      periodsOf({ from, until, periodicity: by }).map((one) => periodTitle(one, by, plans.periods)),
    )

  test('whole periods have their names, those that are cut their days', () => {
    expect(titles('2015-02-01', '2015-06-30', 'byQuarter')).toEqual([
      ['01.02–31.03.2015', 'II квартал 2015'],
      ['1 Feb – 31 Mar 2015', 'Q2 2015'],
    ])
    expect(titles('2015-01-01', '2015-03-15', 'byMonth')[0]).toEqual([
      'Январь 2015',
      'Февраль 2015',
      '01.03–15.03.2015',
    ])
    expect(titles('2015-01-01', '2016-12-31', 'byYear')).toEqual([
      ['2015 год', '2016 год'],
      ['2015', '2016'],
    ])
    expect(titles('2015-07-01', '2015-12-31', 'byHalfYear')).toEqual([['II полугодие 2015'], ['H2 2015']])
  })

  test('weeks, ten days and days are called by their days, with both years where these differ', () => {
    expect(titles('2014-12-29', '2015-01-04', 'byWeek')[0]).toEqual(['29.12.2014–04.01.2015'])
    expect(titles('2015-02-01', '2015-02-10', 'byTenDays')[0]).toEqual(['01.02–10.02.2015'])
    expect(titles('2015-02-01', '2015-02-01', 'byDay')).toEqual([['01.02.2015'], ['1 Feb 2015']])
  })
})
