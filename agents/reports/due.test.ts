import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCHEDULES } from '../../shared/reports/collections.ts'
import { lastTime, nextTime } from '../../shared/reports/schedule/times.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import { comingTime, dueTime, type Schedule } from './due.ts'

const ZONE = 'Europe/Berlin'
const NOON = Date.UTC(2026, 10, 25, 12)
const HOUR = 3_600_000
/** Wednesdays at 10:00 in Berlin. */
const WEEKLY: Schedule = {
  ...{ gone: false, on: true, every: 'everyWeek', day: 3, at: 600, madeAt: 0 },
  ...{ sent: null, asked: null, passed: null },
}
const TEN = Date.UTC(2026, 10, 25, 9)
const due = (change: Partial<Schedule> = {}, now = NOON) => dueTime({ ...WEEKLY, ...change }, now, ZONE)

test('RM1: a time is due when it has come, until it was sent or let pass; not of one that is off or removed', () => {
  expect(due()).toEqual({ at: TEN, isLate: false })
  expect(due({}, TEN - 1)?.at).toBe(TEN - 7 * DAY_MS)
  for (const change of [{ sent: TEN }, { passed: TEN }, { on: false }, { gone: true }, { every: null }])
    expect(due(change)).toBeNull()
  expect(due({ sent: TEN - 1 })?.at).toBe(TEN)
})

test('RM1: asked for, it is due though it is off, once', () => {
  const asked = NOON - 5
  expect(due({ on: false, asked })).toEqual({ at: asked, isLate: false })
  expect(due({ on: false, asked, sent: asked })).toBeNull()
  expect(due({ asked })?.at).toBe(TEN)
  expect(due({ asked, sent: TEN })?.at).toBe(asked)
  expect(due({ gone: true, asked })).toBeNull()
})

test('RM2: no time from before it was made or set as it is', () => {
  expect(due({ madeAt: TEN })).toBeNull()
  expect(due({ madeAt: TEN - 1 })?.at).toBe(TEN)
  for (const field of ['on', 'every', 'day', 'at']) {
    expect(due({ since: { [field]: { at: TEN, by: 'A' } } })).toBeNull()
    expect(due({ since: { [field]: { at: TEN - 1, by: 'A' } } })?.at).toBe(TEN)
  }
})

test('RM3: behind a day it is late', () => {
  expect(due({}, TEN + DAY_MS)).toEqual({ at: TEN, isLate: false })
  expect(due({}, TEN + DAY_MS + 1)).toEqual({ at: TEN, isLate: true })
})

test('RM1, RM3: who looks now and then sends each time that he was there for within a day, in order, and none twice', () => {
  const aSchedule = fc.record({
    every: fc.constantFrom(...SCHEDULES),
    day: fc.integer({ min: 1, max: 31 }),
    at: fc.integer({ min: 0, max: 1439 }),
  })
  fc.assert(
    fc.property(aSchedule, fc.array(fc.integer({ min: 1, max: 60 * 24 }), { maxLength: 30 }), (told, pauses) => {
      let [now, schedule]: [number, Schedule] = [NOON, { ...WEEKLY, ...told, madeAt: NOON }]
      const sent: number[] = []
      for (const pause of pauses) {
        const expected = nextTime(told, schedule.sent ?? schedule.passed ?? NOON, ZONE) ?? 0
        now += pause * HOUR
        const found = dueTime(schedule, now, ZONE)
        if (now < expected) expect(found).toBeNull()
        if (!found) continue
        expect(found.at).toBe(lastTime(told, now, ZONE))
        expect(found.isLate).toBe(now - found.at > DAY_MS)
        schedule = { ...schedule, ...(found.isLate ? { passed: found.at } : { sent: found.at }) }
        sent.push(found.at)
      }
      expect(sent).toEqual([...new Set(sent)].sort((a, b) => a - b))
    }),
  )
})

test('RM1: it is looked at again when the next time comes', () => {
  const coming = (change: Partial<Schedule> = {}) => comingTime({ ...WEEKLY, ...change }, NOON, ZONE)
  expect(coming()).toBe(TEN + 7 * DAY_MS)
  expect(coming({ asked: NOON + 1 })).toBe(NOON + 1)
  expect([coming({ on: false }), coming({ gone: true, asked: NOON + 1 })]).toEqual([null, null])
})
