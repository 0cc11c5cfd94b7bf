import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, DAY_MS, dayAt, localAt } from '../../time/days.ts'
import { SCHEDULES } from '../collections.ts'
import { lastTime, nextTime, type Repeating } from './times.ts'

const BERLIN = 'Europe/Berlin'
const aZone = fc.constantFrom('Europe/Moscow', BERLIN, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia')
const anInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) })
const aSchedule: fc.Arbitrary<Repeating> = fc.record({
  every: fc.constantFrom(...SCHEDULES),
  day: fc.option(fc.integer({ min: 1, max: 31 })),
  at: fc.option(fc.integer({ min: 0, max: 1439 })),
})
const local = (at: number | null, zone = BERLIN) => (at === null ? null : localAt(at, zone).toString())

test('RP47: the last time and the next stand on either side of now, and nothing stands between them', () => {
  fc.assert(
    fc.property(aSchedule, anInstant, aZone, (schedule, now, zone) => {
      const [last, next] = [lastTime(schedule, now, zone), nextTime(schedule, now, zone)]
      if (last === null || next === null) throw new Error('a schedule has times')
      expect(last).toBeLessThanOrEqual(now)
      expect(next).toBeGreaterThan(now)
      expect(nextTime(schedule, last, zone)).toBe(next)
      expect(lastTime(schedule, next - 1, zone)).toBe(last)
      expect(lastTime(schedule, next, zone)).toBe(next)
    }),
  )
})

test('RP47: each day, week or month has one time, on its day, at its minute wherever the clocks show that', () => {
  fc.assert(
    fc.property(aSchedule, anInstant, aZone, (schedule, now, zone) => {
      const at = nextTime(schedule, now, zone) ?? 0
      const shown = localAt(at, zone)
      const day = dayAt(at, zone)
      if (schedule.every === 'everyWeek') expect(shown.dayOfWeek).toBe(Math.min(schedule.day ?? 1, 7))
      const isLast = addDays(day, 1).endsWith('-01')
      if (schedule.every === 'everyMonth')
        expect(shown.day === (schedule.day ?? 1) || (isLast && shown.day < (schedule.day ?? 1))).toBe(true)
      // Clocks leap by an hour at most.
      expect([0, 30, 60]).toContain(shown.hour * 60 + shown.minute - (schedule.at ?? 0))
      const again = nextTime(schedule, at, zone) ?? 0
      if (schedule.every === 'everyDay') expect(Math.round((again - at) / DAY_MS)).toBeLessThanOrEqual(2)
    }),
  )
})

test('RP47: in a shorter month it is the last day', () => {
  const monthly = { every: 'everyMonth' as const, day: 31, at: 9 * 60 }
  const all: (string | null)[] = []
  for (let at = Date.UTC(2024, 0, 1); all.length < 4; ) {
    at = nextTime(monthly, at, BERLIN) ?? 0
    all.push(local(at))
  }
  expect(all).toEqual(['2024-01-31T09:00:00', '2024-02-29T09:00:00', '2024-03-31T09:00:00', '2024-04-30T09:00:00'])
})

test('RP48: an hour that is left out sends an hour later, one that comes twice sends once', () => {
  const daily = { every: 'everyDay' as const, day: null, at: 2 * 60 + 30 }
  const spring = nextTime(daily, Date.UTC(2026, 2, 28, 12), BERLIN)
  expect(local(spring)).toBe('2026-03-29T03:30:00')
  expect(local(nextTime(daily, spring ?? 0, BERLIN))).toBe('2026-03-30T02:30:00')
  const autumn = nextTime(daily, Date.UTC(2026, 9, 24, 12), BERLIN)
  expect(local(autumn)).toBe('2026-10-25T02:30:00')
  expect(local(nextTime(daily, autumn ?? 0, BERLIN))).toBe('2026-10-26T02:30:00')
})

test('RP47: a schedule that says not how often has no time', () => {
  const none = { every: null, day: null, at: null }
  expect([lastTime(none, 0, BERLIN), nextTime(none, 0, BERLIN)]).toEqual([null, null])
})
