import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, DAY_MS, dayAt, daysBetween, daysFrom, isZone, localAt, startOfDay } from './days.ts'

const MOSCOW = 'Europe/Moscow'
const BERLIN = 'Europe/Berlin'
const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
const aZone = fc.constantFrom(MOSCOW, BERLIN, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC')

test('a day begins when a clock of its zone shows midnight', () => {
  expect(startOfDay('2017-01-01', MOSCOW)).toBe(Date.UTC(2016, 11, 31, 21))
  expect(dayAt(Date.UTC(2016, 11, 31, 21), MOSCOW)).toBe('2017-01-01')
  expect(dayAt(Date.UTC(2016, 11, 31, 20, 59), MOSCOW)).toBe('2016-12-31')
  expect(localAt(Date.UTC(2016, 11, 31, 21, 5), MOSCOW).toString()).toBe('2017-01-01T00:05:00')
})

test('a day on which clocks are moved has an hour more or less', () => {
  expect(startOfDay('2026-03-30', BERLIN) - startOfDay('2026-03-29', BERLIN)).toBe(DAY_MS - 3_600_000)
  expect(startOfDay('2026-10-26', BERLIN) - startOfDay('2026-10-25', BERLIN)).toBe(DAY_MS + 3_600_000)
})

test('an instant lies in the day that it is said to be of, in every zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) }), aZone, (instant, zone) => {
      const day = dayAt(instant, zone)
      expect(startOfDay(day, zone)).toBeLessThanOrEqual(instant)
      expect(startOfDay(addDays(day, 1), zone)).toBeGreaterThan(instant)
    }),
  )
})

test('days are added and counted alike, and gone through one by one', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 400 }), (day, days) => {
      const last = addDays(day, days)
      expect(daysBetween(day, last)).toBe(days)
      expect(daysBetween(last, day)).toBe(0 - days)
      const all = [...daysFrom(day, last)]
      expect([all.length, all[0], all.at(-1)]).toEqual([days + 1, day, last])
    }),
  )
  expect([...daysFrom('2026-02-27', '2026-03-01')]).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect([...daysFrom('2026-03-01', '2026-02-28')]).toEqual([])
})

test('only a zone that the calendar knows is one', () => {
  expect([MOSCOW, 'UTC'].every(isZone)).toBe(true)
  expect(['Mars/Olympus', 'Moscow', ''].some(isZone)).toBe(false)
})
