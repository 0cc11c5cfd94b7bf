import { expect, test } from 'vitest'
import { QUICK_TIMES, quickTime } from './quick-times.ts'

test('quick times are mornings of the company, and lie ahead whatever the day', () => {
  const at = (text: string) =>
    QUICK_TIMES.map((one) => new Date(quickTime(one, Date.parse(text), 'Europe/Moscow')).toISOString().slice(0, 16))
  expect(at('2026-11-27T20:00:00+03:00')).toEqual([
    '2026-11-27T18:00',
    '2026-11-27T20:00',
    '2026-11-28T06:00',
    '2026-11-30T06:00',
  ])
  expect(at('2026-11-30T08:00:00+03:00')[3], 'on a Monday it is the next one').toBe('2026-12-07T06:00')
})
