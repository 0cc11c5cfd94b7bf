import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALL_STATES, type Call } from '../../../calls/collections.ts'
import { dayAt, localAt } from '../../../time/days.ts'
import { MEASURES, type ReportAsk } from '../../ask.ts'
import { ownersBehind } from '../../behind.ts'
import { FactColumns } from '../../facts/columns.ts'
import { dayText } from '../../facts/days.ts'
import { reportOf } from '../../report.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import type { Source } from '../source.ts'
import { CALLS } from './calls.ts'

const AT = Date.UTC(2026, 10, 27, 22, 30)
const CAME = {
  direction: 'in' as const,
  state: 'ended' as const,
  responsible: 'anna',
  phone: 'office',
  customer: 'assol',
  asked: null,
  rang: AT,
  answered: AT + 5000,
  ended: AT + 95_000,
}
type Told = Partial<Pick<Call, 'direction' | 'state' | 'rang' | 'answered' | 'ended' | 'responsible' | 'customer'>>
const call = (change: Told) => ({ ...CAME, ...change }) as Call
const missed = { state: 'missed', answered: null } as const
const ASK: ReportAsk = {
  ...({ source: 'calls', rows: [], columns: null, measures: MEASURES.calls, from: null, until: null } as const),
  ...({ compare: null, filter: [], search: '' } as const),
}

function groundOf(...all: readonly Told[]) {
  const columns = new FactColumns(CALLS)
  for (const [at, change] of all.entries()) columns.put(`${at}`, CALLS.factsOf(call(change), KNOWN))
  return { source: CALLS as Source, columns, known: KNOWN, now: AT, passes: null }
}

function measured(...all: readonly Told[]) {
  const { figures } = reportOf(groundOf(...all), ASK).total
  return Object.fromEntries(MEASURES.calls.map((measure, at) => [measure, figures[at]?.[0]]))
}

test('CL17: each is counted where it belongs, one that rings still nowhere else', () => {
  const out = { direction: 'out' } as const
  expect(
    measured(
      {},
      {},
      missed,
      out,
      { ...out, state: 'failed', answered: null },
      { state: 'ringing', answered: null, ended: null },
    ),
  ).toEqual({
    ...{ count: 6, talks: 3, missed: 1, answered: 6667, minutes: 5 },
  })
  expect(measured({ ...out, state: 'failed', answered: null })).toMatchObject({ missed: 0, answered: null })
})

test('CL17: behind the share taken stand the calls that came in and were taken or missed', () => {
  const ground = groundOf({}, missed, { direction: 'out' }, { state: 'ringing', answered: null, ended: null })
  const behind = (measure: 'answered' | 'missed' | 'talks') =>
    [...ownersBehind(ground, ASK, { keys: [], measure })].sort()
  expect([behind('answered'), behind('missed'), behind('talks')]).toEqual([['0', '1'], ['1'], ['0', '2']])
})

test('CL17: it is of the local day, weekday and hour at which it began', () => {
  const zone = 'Europe/Moscow'
  const known = { ...KNOWN, dayOf: (at: number) => dayAt(at, zone), hourOf: (at: number) => localAt(at, zone).hour }
  const [fact] = CALLS.factsOf(call({}), known)
  const keys = Object.fromEntries(CALLS.dimensions.map((name, at) => [name, fact?.keys[at]]))
  expect([dayText(fact?.day ?? 0), keys]).toEqual([
    '2026-11-28',
    {
      ...{ manager: 'anna', phone: 'office', direction: 'in', callState: 'ended', customer: 'assol' },
      ...{ weekday: '6', hour: '1' },
    },
  ])
})

test('CL17: talks and missed ones are never more than all, and the share is that of both', () => {
  const one = fc.record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    state: fc.constantFrom(...CALL_STATES),
    answered: fc.option(fc.constant(AT + 5000)),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (all) => {
      const { count = 0, talks = 0, missed: lost = 0, answered } = measured(...all)
      expect((talks ?? 0) + (lost ?? 0)).toBeLessThanOrEqual(count ?? 0)
      const taken = all.filter(
        ({ direction, state }) => direction === 'in' && (state === 'talking' || state === 'ended'),
      )
      const whole = taken.length + (lost ?? 0)
      expect(answered).toBe(whole === 0 ? null : Math.floor((taken.length * 10_000) / whole + 0.5))
    }),
  )
})
