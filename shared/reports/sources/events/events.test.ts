import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { EVENT_KINDS, type Event } from '../../../events/collections.ts'
import { dayAt, localAt } from '../../../time/days.ts'
import { MEASURES, type Measure } from '../../ask.ts'
import { FactColumns } from '../../facts/columns.ts'
import { dayText } from '../../facts/days.ts'
import { reportOf } from '../../report.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import type { Source } from '../source.ts'
import { EVENTS } from './events.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const HOUR = 3_600_000
const CALL = {
  kind: 'call' as const,
  direction: 'in' as const,
  state: 'done' as const,
  responsible: 'anna',
  customer: 'assol',
  start: null,
  end: null,
  madeAt: NOW,
}
type Told = Partial<Pick<Event, 'kind' | 'direction' | 'state' | 'start' | 'end' | 'madeAt'>>

/** Where an event stands in a zone: its day and keys by dimension. */
function told(change: Told, zone: string) {
  const known = { ...KNOWN, dayOf: (at: number) => dayAt(at, zone), hourOf: (at: number) => localAt(at, zone).hour }
  const [fact] = EVENTS.factsOf({ ...CALL, ...change } as Event, known)
  const keys = EVENTS.dimensions.map((name, at) => [name, fact?.keys[at]])
  return { day: dayText(fact?.day ?? 0), ...Object.fromEntries(keys) }
}

/** What a report of some events measures. */
function measured(measure: Measure, ...changes: readonly Told[]): number | null | undefined {
  const columns = new FactColumns(EVENTS)
  for (const [at, change] of changes.entries())
    columns.put(`${at}`, EVENTS.factsOf({ ...CALL, ...change } as Event, KNOWN))
  const ground = { source: EVENTS as Source, columns, known: KNOWN, now: NOW, passes: null }
  const ask = { source: 'events', rows: [], columns: null, measures: [measure], from: null, until: null } as const
  return reportOf(ground, { ...ask, compare: null, filter: [], search: '' }).total.figures[0]?.[0]
}

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
  expect(told({}, 'UTC')).toMatchObject({
    ...{ eventKind: 'call', direction: 'in', eventState: 'done', manager: 'anna', customer: 'assol' },
  })
})

test('RP44: where clocks go back an hour is there twice', () => {
  const midnight = Temporal.PlainDate.from('2026-10-25').toZonedDateTime('Europe/Berlin').epochMilliseconds
  const hours = [1, 2, 3, 4].map((hour) => told({ start: midnight + hour * HOUR }, 'Europe/Berlin').hour)
  expect(hours).toEqual(['1', '2', '2', '3'])
})

test('RP45: missed is a call that came in, whose time has come, and that nobody took', () => {
  const missed = (change: Told) => measured('missed', change)
  for (const state of ['planned', 'calledOff'] as const) {
    expect(missed({ state })).toBe(1)
    expect(missed({ state, direction: 'out' })).toBe(0)
    expect(missed({ state, start: NOW + 1 })).toBe(0)
    for (const kind of EVENT_KINDS.filter((one) => one !== 'call')) expect(missed({ state, kind })).toBe(0)
  }
  for (const state of ['done', 'underway', null] as const) expect(missed({ state })).toBe(0)
})

test('RP46: it takes the minutes from start to end, where it took place', () => {
  const hours = (change: Told) => measured('hours', change, {})
  const [start, end] = [NOW, NOW + 100 * 60_000]
  expect(hours({ start, end })).toBe(167)
  expect([hours({ start }), hours({ end }), hours({ start: end, end: start })]).toEqual([0, 0, 0])
  expect(hours({ start, end, state: 'calledOff' })).toBe(0)
})

test('RP44: each is counted where it belongs', () => {
  const all: Told[] = [
    {},
    { direction: 'out' },
    { kind: 'letter' },
    { kind: 'meeting' },
    { kind: 'sms' },
    { state: 'planned' },
  ]
  const found = MEASURES.events.map((measure) => [measure, measured(measure, ...all)])
  expect(Object.fromEntries(found)).toEqual({
    ...{ count: 6, calls: 3, incoming: 2, outgoing: 1, missed: 1, letters: 1, meetings: 1, hours: 0 },
  })
})
