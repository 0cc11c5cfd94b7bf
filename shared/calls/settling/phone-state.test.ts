import { expect, test } from 'vitest'
import type { StateReport } from '../protocol.ts'
import { readState, type StateCandidate } from './phone-state.ts'

const NOON = Date.UTC(2026, 10, 28, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const call = (change: Partial<StateCandidate>): StateCandidate => ({
  id: 'a',
  direction: 'in',
  state: 'talking',
  number: '112',
  asked: null,
  rang: NOON - MINUTE,
  answered: null,
  isUnended: false,
  ...change,
})
const read = (state: StateReport['state'], calls: readonly StateCandidate[], number = '') =>
  readState({ state, number }, { heard: NOON, country: null }, calls).map(
    ({ kind, direction, request }) => `${direction ?? ''} ${kind} ${request ?? 'new'}`,
  )
const asked = call({ direction: 'out', state: 'given', asked: NOON - MINUTE, rang: null })

test.each<[string, StateReport['state'], StateCandidate[], string, string[]]>([
  ['rings beside a talk with another', 'RINGING', [call({})], '911', ['in begun new']],
  [
    'is taken beside a talk',
    'OFFHOOK',
    [call({}), call({ id: 'b', state: 'ringing', rang: NOON })],
    '',
    [' answered b'],
  ],
  ['was asked for', 'OFFHOOK', [asked], '112', ['out begun a']],
  ['was asked for, the number untold', 'OFFHOOK', [asked], '', ['out begun a']],
  ['is not the one that was asked for', 'OFFHOOK', [asked], '911', ['out begun new']],
  ['is told again an hour later', 'OFFHOOK', [call({ answered: NOON - HOUR })], '112', [' answered a']],
  ['follows one whose end was lost', 'OFFHOOK', [call({ answered: NOON - HOUR })], '', ['out begun new']],
])('CS10: a call that %s', (_what, state, calls, number, expected) => {
  expect(read(state, calls, number)).toEqual(expected)
})

test('CS10: a phone that is idle has ended all its calls, and the last one that was closed without an end', () => {
  const open = [call({ answered: NOON }), call({ id: 'b', state: 'ringing' }), asked]
  expect(read('IDLE', open)).toEqual([' ended a', 'in noTalk b'])
  const closed = call({ direction: 'out', state: 'failed', isUnended: true, rang: NOON - HOUR })
  expect(read('IDLE', [closed])).toEqual([' ended a'])
  expect(read('IDLE', [closed, call({ id: 'b', state: 'ended' })])).toEqual([])
  expect(read('IDLE', [call({ state: 'ended' })])).toEqual([])
})
