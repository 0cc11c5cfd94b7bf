import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localAt } from '../../time/days.ts'
import { afterQuiet, dueOf } from './due.ts'

const ZONE = 'Europe/Moscow'
const at = (text: string) => Date.parse(`${text}+03:00`)

test('RU11: nothing is done in quiet hours, over midnight neither', () => {
  const night = { quietFrom: 21 * 60, quietUntil: 9 * 60 }
  expect(afterQuiet(night, at('2026-09-16T22:00'), ZONE)).toBe(at('2026-09-17T09:00'))
  expect(afterQuiet(night, at('2026-09-16T03:00'), ZONE)).toBe(at('2026-09-16T09:00'))
  expect(afterQuiet(night, at('2026-09-16T12:00'), ZONE)).toBe(at('2026-09-16T12:00'))
  const noon = { quietFrom: 12 * 60, quietUntil: 13 * 60 }
  expect(dueOf({ ...noon, delay: 30 }, at('2026-09-16T11:45'), ZONE)).toBe(at('2026-09-16T13:00'))
  expect(dueOf({ quietFrom: null, quietUntil: 9 * 60, delay: 5 }, at('2026-09-16T03:00'), ZONE)).toBe(
    at('2026-09-16T03:05'),
  )
})

test('RU11: whatever the zone and the hours, what comes out is not earlier and not quiet', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/New_York', ZONE)
  fc.assert(
    fc.property(
      minute,
      minute,
      zone,
      fc.integer({ min: 0, max: 366 * 24 * 60 }),
      (quietFrom, quietUntil, where, minutes) => {
        const from = at('2026-01-01T00:00') + minutes * 60_000
        const due = afterQuiet({ quietFrom, quietUntil }, from, where)
        expect(due).toBeGreaterThanOrEqual(from)
        expect(due - from).toBeLessThanOrEqual(25 * 3_600_000)
        const local = localAt(due, where)
        const now = local.hour * 60 + local.minute
        const isQuiet =
          quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil
        // An hour that the zone leaves out may end later than it was to.
        if (quietFrom !== quietUntil && due !== from) expect(now - quietUntil).toBeLessThanOrEqual(60)
        else if (quietFrom !== quietUntil) expect(isQuiet).toBe(false)
      },
    ),
  )
})
