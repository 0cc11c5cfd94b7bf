import { expect, test } from 'vitest'
import { byKey, weeksOf } from './month.ts'

test('a month is six weeks from Monday', () => {
  const weeks = weeksOf('2026-09-18')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-09-03',
    '2026-09-04',
    '2026-09-05',
    '2026-09-06',
  ])
  expect(weeks[5]?.[6]).toBe('2026-10-11')
  expect(weeksOf('2026-02-10')[0]?.[6]).toBe('2026-02-01')
})

test.each([
  ['ArrowRight', false, '2026-02-01'],
  ['ArrowUp', false, '2026-01-24'],
  ['Home', false, '2026-01-26'],
  ['End', false, '2026-02-01'],
  ['PageDown', false, '2026-02-28'],
  ['PageUp', true, '2025-01-31'],
  ['x', false, undefined],
])('%s in a calendar', (key, withShift, date) => {
  expect(byKey('2026-01-31', key, withShift)).toBe(date)
})
