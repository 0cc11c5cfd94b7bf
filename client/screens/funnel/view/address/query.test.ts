import { expect, test } from 'vitest'
import { FIRST_VIEW } from '../view.ts'
import { momentOf, queryOf, type Surroundings } from './query.ts'

const around: Surroundings = {
  today: '2016-09-18',
  now: Date.parse('2016-09-18T12:00:00Z'),
  zone: 'Europe/Moscow',
}
const september = { ...FIRST_VIEW, period: 'custom', from: '2016-09-01', to: '2016-09-30' } as const
const later = { ...around, today: '2026-01-01', now: Date.parse('2026-01-01T00:00:00Z') }
const end = Date.parse('2016-10-01T00:00:00+03:00')

test('the first view asks for all kinds of this month, as of now', () => {
  expect(queryOf(FIRST_VIEW, around)).toEqual({
    what: 'funnel',
    kinds: null,
    sort: null,
    period: { from: Date.parse('2016-09-01T00:00:00+03:00'), to: end, basis: 'order' },
    moment: 'now',
    mode: 'reached',
    by: 'order',
    filter: [],
    search: '',
    spread: false,
    worked: false,
  })
})

test('the moment is the end of a period that is over', () => {
  expect(momentOf({ ...september, moment: 'end' }, later)).toBe(end)
  expect(momentOf({ ...september, moment: 'now' }, later)).toBe('now')
  expect(momentOf({ ...september, moment: 'end' }, { ...around, now: end })).toBe(end)
})

test('a period that still runs, or never ends, has no moment but now', () => {
  expect(momentOf({ ...september, moment: 'end' }, around)).toBe('now')
  expect(momentOf({ ...FIRST_VIEW, period: 'all', moment: 'end' }, later)).toBe('now')
})

test('sort and kinds narrow the kinds', () => {
  const asked = (change: object) => {
    const { kinds, sort } = queryOf({ ...FIRST_VIEW, ...change }, around)
    return { kinds, sort }
  }
  expect(asked({ sort: 'work' })).toEqual({ kinds: null, sort: 'work' })
  expect(asked({ kinds: ['shop', 'repairs'] })).toEqual({ kinds: ['shop', 'repairs'], sort: null })
})

test('managers and departments are conditions; median and percentile are asked for where they stand', () => {
  const query = queryOf({ ...FIRST_VIEW, managers: ['m1', 'm2'], departments: ['d1'], columns: ['p90'] }, around)
  expect(query.filter).toEqual([
    { field: 'responsible', is: 'in', values: ['m1', 'm2'] },
    { field: 'department', is: 'in', values: ['d1'] },
  ])
  expect(query.spread).toBe(true)
})
