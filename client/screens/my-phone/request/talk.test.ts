import { expect, test } from 'vitest'
import { type Settled, settle } from '../../../../shared/calls/settling/settle.ts'
import { readReport } from '../../../../shared/calls/settling/told.ts'
import { reportsOf, type TalkEnd } from './talk.ts'

const AT = Date.UTC(2026, 10, 28, 10)
const BACK = AT + 90_000
const NUMBER = '+79161234567'

/** What the bridge makes of what the page tells. */
function settledAs(end: TalkEnd, request: string | null): Settled | null {
  const asked = request === null ? null : ({ id: request, what: 'dial', number: NUMBER, until: AT } as const)
  const reports = reportsOf({ request: asked, number: NUMBER, at: AT }, end, BACK, ' Перезвонить в среду ')
  const told = reports.map((report) => readReport(report, { heard: BACK, country: 'RU' }))
  expect(told.map(({ note }) => note).filter(Boolean)).toEqual(['Перезвонить в среду'])
  expect(new Set(told.map((one) => one.request))).toEqual(new Set([request]))
  return told.reduce<Settled | null>(settle, null)
}

test('PG4: a talk goes from when the phone got the number to when the person was back', () => {
  const talk = { direction: 'out', state: 'ended', number: NUMBER, rang: AT, answered: AT, ended: BACK }
  expect(settledAs('talked', 'asked')).toMatchObject(talk)
  expect(settledAs('talked', null)).toMatchObject(talk)
})

test.each(['noAnswer', 'busy'] as const)('PG4: without a talk the call has failed: %s', (end) => {
  expect(settledAs(end, 'asked')).toMatchObject({ state: 'failed', failure: end, answered: null, ended: BACK })
})
