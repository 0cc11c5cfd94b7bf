import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUSSIAN_DAYS } from './russia.ts'
import { workedBetween, workingTimeOf } from './workdays.ts'
import { workedClock } from './worked-clock.ts'

const special = RUSSIAN_DAYS.map(({ date, kind }) => ({ id: date, madeAt: 0, date, kind, name: null }))
/** Of hours that were moved for good, of half an hour, of a day that was left out. */
const ZONES = ['Europe/Moscow', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata', 'UTC']
const WEEKS = [[], ['7 00:00 24:00', '1 00:00 02:30', '3 23:00 24:00'], ['1 10:00 19:00', '2 10:00 19:00']]
const [FROM, TO] = [Date.UTC(2010, 0, 1), Date.UTC(2027, 0, 1)]

test('S12: the difference of two readings is what is worked between them, in any zone', () => {
  const near = fc.integer({ min: 0, max: 40 * 86_400_000 })
  // Around changes of clocks, and anywhere.
  const moment = fc.oneof(
    fc.integer({ min: FROM, max: TO - 41 * 86_400_000 }),
    fc.constantFrom(Date.UTC(2010, 9, 31), Date.UTC(2011, 11, 29, 12), Date.UTC(2026, 2, 8, 3), Date.UTC(2026, 10, 1)),
  )
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.constantFrom(...WEEKS), moment, near, (zone, week, from, length) => {
      const time = workingTimeOf({ zone, week, specialDays: special })
      const clock = workedClock(time, FROM, TO)
      expect(clock(from + length) - clock(from)).toBe(workedBetween(time, from, from + length))
    }),
    { seed: 20261127, numRuns: 150 },
  )
})

test('S12: what is far out of a clock’s range costs no more days, and counts for nothing', () => {
  const time = workingTimeOf(null)
  const clock = workedClock(time, Date.UTC(1, 0, 1), Date.UTC(2026, 10, 30))
  expect(clock(Date.UTC(1500, 0, 1))).toBe(clock(Date.UTC(1900, 0, 1)))
  expect(clock(Date.UTC(2026, 10, 27, 18)) - clock(Date.UTC(2026, 10, 27))).toBe(9 * 3_600_000)
})
