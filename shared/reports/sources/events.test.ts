import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { EVENT_KINDS } from '../../events/collections.ts'
import { eventFactsOf } from './events.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const HOUR = 3_600_000
const CALL = {
  gone: false,
  kind: 'call' as const,
  direction: 'in' as const,
  state: 'done' as const,
  responsible: 'anna',
  customer: 'assol',
  start: null,
  end: null,
  madeAt: NOW,
}
const told = (change: Partial<Parameters<typeof eventFactsOf>[0]> = {}, zone = 'Europe/Moscow') =>
  eventFactsOf({ ...CALL, ...change }, zone, NOW)

test('RP44: an event is of the local hour, weekday and day at which it begins, else was written down', () => {
  const aZone = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati')
  const anInstant = fc.integer({ min: 0, max: Date.UTC(2090, 0, 1) })
  fc.assert(
    fc.property(anInstant, fc.option(anInstant), aZone, (madeAt, start, timeZone) => {
      const parts = new Intl.DateTimeFormat('en-GB', {
        ...{ timeZone, hourCycle: 'h23', weekday: 'short', hour: 'numeric' },
        ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      }).formatToParts(start ?? madeAt)
      const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
      expect(told({ madeAt, start }, timeZone)).toMatchObject({
        day: `${part('year')}-${part('month')}-${part('day')}`,
        hour: String(Number(part('hour'))),
        weekday: String(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1),
      })
    }),
  )
  expect(told({ gone: true })).toBeNull()
  expect(told()).toMatchObject({
    eventKind: 'call',
    direction: 'in',
    eventState: 'done',
    manager: 'anna',
    customer: 'assol',
  })
})

test('RP44: where clocks go back an hour is there twice', () => {
  const midnight = Temporal.PlainDate.from('2026-10-25').toZonedDateTime('Europe/Berlin').epochMilliseconds
  const hours = [1, 2, 3, 4].map((hour) => told({ start: midnight + hour * HOUR }, 'Europe/Berlin')?.hour)
  expect(hours).toEqual(['1', '2', '2', '3'])
})

test('RP45: missed is a call that came in, whose time has come, and that nobody took', () => {
  const isMissed = (change: Parameters<typeof told>[0]) => told(change)?.missed
  for (const state of ['planned', 'calledOff'] as const) {
    expect(isMissed({ state })).toBe(true)
    expect(isMissed({ state, direction: 'out' })).toBe(false)
    expect(isMissed({ state, start: NOW + 1 })).toBe(false)
    for (const kind of EVENT_KINDS.filter((one) => one !== 'call')) expect(isMissed({ state, kind })).toBe(false)
  }
  for (const state of ['done', 'underway', null] as const) expect(isMissed({ state })).toBe(false)
})

test('RP46: it takes the minutes from start to end, where it took place', () => {
  const minutes = (change: Parameters<typeof told>[0]) => told(change)?.minutes
  const [start, end] = [NOW, NOW + 90 * 60_000]
  expect(minutes({ start, end })).toBe(90)
  expect([minutes({ start }), minutes({ end }), minutes({ start: end, end: start })]).toEqual([0, 0, 0])
  expect(minutes({ start, end, state: 'calledOff' })).toBe(0)
})
