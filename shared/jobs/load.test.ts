import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type LoadJob, leftOf, portionsOf } from './load.ts'

const ZONE = 'Europe/Moscow'
const TODAY = '2026-11-27' // a Friday
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds
const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek
const hoursOn = (_: string | null, day: string) => (weekday(day) > 5 ? 0 : weekday(day) === 5 ? 4_000 : 8_000)
const ground = { today: TODAY, zone: ZONE, hoursOn }
const job = (part: Partial<LoadJob>): LoadJob => ({
  id: 'job',
  gone: false,
  state: null,
  performer: 'kuzmin',
  planned: null,
  spent: [],
  due: null,
  start: null,
  end: null,
  ...part,
})
const spent = (hours: number) => [
  { id: 'e', madeAt: 0, person: null, from: null, until: null, hours, note: null, place: null },
]
const days = (one: LoadJob) => portionsOf([one], ground).map(({ day, hours }) => [day, hours])

describe('where hours stand', () => {
  test('Q32: over the working days until the last day, by the hours that are worked on them', () => {
    expect(days(job({ planned: 10_000, due: '2026-11-30' }))).toEqual([
      ['2026-11-27', 3_333],
      ['2026-11-30', 6_667],
    ])
  })
  test('Q32: what is overdue is for today, what has no day stands under none', () => {
    expect(days(job({ planned: 2_000, due: '2026-11-01' }))).toEqual([[TODAY, 2_000]])
    expect(days(job({ planned: 2_000 }))).toEqual([[null, 2_000]])
  })
  test('Q32: where nobody works until then, on the last day', () => {
    const idle = { ...ground, hoursOn: () => 0 }
    expect(portionsOf([job({ planned: 500, due: '2026-11-29' })], idle)).toMatchObject([
      { day: '2026-11-29', hours: 500 },
    ])
  })
  test('Q31: at its time in the calendar, over midnight in proportion', () => {
    const night = { start: at('2026-11-28T22:00'), end: at('2026-11-29T04:00') }
    expect(days(job({ ...night, planned: 3_000 }))).toEqual([
      ['2026-11-28', 1_000],
      ['2026-11-29', 2_000],
    ])
    expect(days(job({ start: night.start, planned: 3_000, due: '2026-12-30' }))).toEqual([['2026-11-28', 3_000]])
  })
  test('Q30: what is spent is left out, what is closed or removed too; without a plan the time in the calendar counts', () => {
    expect(leftOf(job({ planned: 3_000, spent: spent(1_250) }))).toBe(1_750)
    expect(leftOf(job({ planned: 3_000, spent: spent(4_000) }))).toBe(0)
    expect(leftOf(job({ start: at('2026-11-28T10:00'), end: at('2026-11-28T12:30') }))).toBe(2_500)
    for (const closed of [{ state: 'done' }, { state: 'calledOff' }, { gone: true }] as const) {
      expect(leftOf(job({ planned: 3_000, ...closed }))).toBe(0)
    }
  })
})

const day = fc.integer({ min: -40, max: 400 }).map((n) => Temporal.PlainDate.from(TODAY).add({ days: n }).toString())
const instant = fc.integer({ min: at('2026-10-01T00:00'), max: at('2027-12-31T00:00') })
const aJob = fc
  .record({
    planned: fc.option(fc.integer({ min: 0, max: 500_000 })),
    due: fc.option(day),
    start: fc.option(instant),
    end: fc.option(instant),
    state: fc.constantFrom(null, 'todo' as const, 'underway' as const, 'done' as const),
    gone: fc.boolean(),
    spent: fc.option(fc.integer({ min: 0, max: 100_000 })).map((hours) => (hours === null ? [] : spent(hours))),
  })
  .map(job)

test('Q33: the parts of each job add up to what is left of it, none of them is empty', () => {
  fc.assert(
    fc.property(fc.array(aJob, { maxLength: 6 }), fc.boolean(), (some, isIdle) => {
      const named = some.map((one, at) => ({ ...one, id: `job${at}` }))
      const portions = portionsOf(named, isIdle ? { ...ground, hoursOn: () => 0 } : ground)
      for (const one of named) {
        const own = portions.filter((portion) => portion.job === one.id)
        expect(own.reduce((sum, { hours }) => sum + hours, 0)).toBe(leftOf(one))
        expect(own.every(({ hours }) => hours > 0)).toBe(true)
        expect(new Set(own.map((portion) => portion.day)).size).toBe(own.length)
      }
    }),
  )
})
