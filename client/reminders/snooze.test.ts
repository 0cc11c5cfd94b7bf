import { expect, test } from 'vitest'
import { SNOOZES, snoozedUntil } from './snooze.ts'

test('minutes count from now; tomorrow is nine in the morning of the company, over a change of its clocks too', () => {
  const at = Date.parse('2026-10-24T23:30:00+03:00')
  const until = (zone: string) => SNOOZES.map((one) => new Date(snoozedUntil(one, at, zone)).toISOString())
  expect(until('Europe/Moscow')).toEqual([
    '2026-10-24T20:35:00.000Z',
    '2026-10-24T20:45:00.000Z',
    '2026-10-24T21:30:00.000Z',
    '2026-10-25T06:00:00.000Z',
  ])
  expect(until('Europe/Berlin')[3], 'where the clocks go back that night').toBe('2026-10-25T08:00:00.000Z')
})
