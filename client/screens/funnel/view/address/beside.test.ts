import { expect, test } from 'vitest'
import { FIRST_VIEW, type FunnelView } from '../view.ts'
import { daysBeside } from './beside.ts'
import { trendMonths } from './period.ts'

const TODAY = '2026-11-28'
const besideOf = (view: Partial<FunnelView>) => {
  const days = daysBeside({ ...FIRST_VIEW, ...view }, TODAY)
  return days && [days.from, days.to]
}
const custom = { period: 'custom', from: '2026-02-01', to: '2026-02-28' } as const

test('beside a period that runs stand as many days of the one before, or of the year before', () => {
  expect(besideOf({ beside: 'previous' })).toEqual(['2026-10-01', '2026-10-28'])
  expect(besideOf({ beside: 'lastYear' })).toEqual(['2025-11-01', '2025-11-28'])
  expect(besideOf({ period: 'thisQuarter', beside: 'previous' })).toEqual(['2026-07-01', '2026-08-28'])
})

test('beside whole months stand whole months, beside other days as many', () => {
  expect(besideOf({ period: 'lastMonth', beside: 'previous' })).toEqual(['2026-09-01', '2026-09-30'])
  expect(besideOf({ ...custom, beside: 'previous' })).toEqual(['2026-01-01', '2026-01-31'])
  expect(besideOf({ ...custom, from: '2024-02-01', to: '2024-02-29', beside: 'lastYear' })).toEqual([
    '2023-02-01',
    '2023-02-28',
  ])
  expect(besideOf({ ...custom, from: '2026-03-10', to: '2026-03-12', beside: 'previous' })).toEqual([
    '2026-03-07',
    '2026-03-09',
  ])
})

test('days of one’s own stand beside anything, and nothing beside a period without ends', () => {
  expect(besideOf({ period: 'all', beside: 'own', besideFrom: '2026-01-01' })).toEqual(['2026-01-01', null])
  expect(besideOf({ beside: 'own' })).toBeNull()
  expect(besideOf({ period: 'all', beside: 'previous' })).toBeNull()
  expect(besideOf({})).toBeNull()
})

test('F37: a trend has the months that its period touches, two years at most, and a year for one month', () => {
  const months = (from: string | null, to: string | null) => trendMonths({ from, to }, TODAY)
  expect(months('2026-07-15', '2026-09-01')).toEqual(['2026-07', '2026-08', '2026-09'])
  expect(months('2026-01-01', '2026-12-31')).toHaveLength(11)
  const year = months('2026-11-01', '2026-11-30')
  expect([year.length, year[0], year.at(-1)]).toEqual([12, '2025-12', '2026-11'])
  expect(months(null, null)).toEqual(year)
  const long = months('2014-01-01', '2016-09-30')
  expect([long.length, long.at(-1)]).toEqual([24, '2016-09'])
})
