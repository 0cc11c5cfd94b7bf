import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../protocol.ts'
import { type Settled, settle } from './settle.ts'
import { readReport } from './told.ts'
import { type Candidate, derivedCallId, whichCall } from './which-call.ts'

const NOON = Date.UTC(2026, 10, 28, 12)
const MINUTE = 60_000
const ANNA = '+79161234567'
const BORIS = '+79037654321'

type Known = Candidate & Settled
type Asked = { readonly id: string; readonly number: string; readonly asked: number }

/** Takes reports one after the other, as the bridge does; gives the calls that came of them. */
function take(reports: readonly Report[], asked: readonly Asked[] = []): readonly Known[] {
  const calls = new Map<string, Known>()
  for (const one of asked) calls.set(one.id, askedFor(one))
  for (const report of reports) {
    const told = readReport(report, { heard: NOON + 10 * MINUTE, country: null })
    const id = whichCall(told, calls.values()) ?? derivedCallId('phone', told)
    const before = calls.get(id) ?? null
    calls.set(id, { id, asked: before?.asked ?? null, ...settle(before, told) })
  }
  return [...calls.values()].sort((one, other) => (one.rang ?? 0) - (other.rang ?? 0))
}

function askedFor({ id, number, asked }: Asked): Known {
  const told = readReport({ what: 'dialling', number }, { heard: asked, country: null })
  return { ...settle(null, told), id, asked, state: 'asked', rang: null }
}

const at = (seconds: number) => NOON + seconds * 1000
const named = (call: string, all: readonly (readonly [Report['what'], number])[]): Report[] =>
  all.map(([what, seconds]) => ({ call, what, at: at(seconds), number: ANNA }))

const twoCalls = [
  ...named('a', [
    ['ringing', 0],
    ['missed', 20],
  ]),
  ...named('b', [
    ['ringing', 25],
    ['answered', 30],
    ['ended', 90],
  ]),
]

test('CS6: reports with a name come to the call of that name, in any order, and to the same record each time', () => {
  const once = take(twoCalls)
  expect(once.map(({ state }) => state)).toEqual(['missed', 'ended'])
  fc.assert(
    fc.property(fc.shuffledSubarray([...twoCalls, ...twoCalls], { minLength: 6 }), (mixed) => {
      expect(take([...mixed, ...twoCalls])).toEqual(once)
    }),
  )
})

test('CS6: a name that is used again another day is another call', () => {
  const late = named('a', [['ringing', -2 * 24 * 3600]])
  expect(take([...twoCalls, ...late])).toHaveLength(3)
  const told = (seconds: number) =>
    readReport({ call: 'a', what: 'ended', at: at(seconds) }, { heard: at(seconds), country: null })
  expect(derivedCallId('phone', told(0))).toBe(derivedCallId('phone', told(3600)))
  expect(derivedCallId('phone', told(0))).not.toBe(derivedCallId('another', told(0)))
})

const unnamed = (all: readonly (readonly [Report['what'], number, string?])[]): Report[] =>
  all.map(([what, seconds, number]) => ({ what, at: at(seconds), ...(number !== '' && { number: number ?? ANNA }) }))

test('CS7: without a name, one call is one record in any order of its reports', () => {
  const talk = unnamed([
    ['ringing', 0],
    ['answered', 15],
    ['ended', 400],
  ])
  fc.assert(
    fc.property(fc.shuffledSubarray([...talk, ...talk], { minLength: 6 }), (mixed) => {
      expect(take(mixed)).toMatchObject([{ rang: at(0), answered: at(15), ended: at(400), state: 'ended' }])
    }),
  )
})

test.each<[string, readonly (readonly [Report['what'], number, string?])[], number]>([
  [
    'a call behind one that was missed is another',
    [
      ['ringing', 0],
      ['missed', 20],
      ['ringing', 30],
    ],
    2,
  ],
  [
    'one that rings twice is one',
    [
      ['ringing', 0],
      ['ringing', 40],
    ],
    1,
  ],
  [
    'one that rings three minutes later is another',
    [
      ['ringing', 0],
      ['ringing', 181],
    ],
    2,
  ],
  [
    'an end that is told twice is one',
    [
      ['ringing', 0],
      ['missed', 20],
      ['missed', 80],
    ],
    1,
  ],
  [
    'two numbers are two calls',
    [
      ['ringing', 0],
      ['ringing', 1, BORIS],
      ['missed', 9, BORIS],
      ['missed', 20],
    ],
    2,
  ],
  [
    'either way is its own',
    [
      ['ringing', 0],
      ['dialling', 10],
    ],
    2,
  ],
  [
    'withheld ones are told apart too',
    [
      ['ringing', 0, ''],
      ['missed', 20, ''],
      ['ringing', 30, ''],
    ],
    2,
  ],
  [
    'an end without a number is of the call that is not over',
    [
      ['ringing', 0],
      ['answered', 9],
      ['ended', 60, ''],
    ],
    1,
  ],
])('CS7: without a name, %s', (_what, reports, count) => {
  expect(take(unnamed(reports))).toHaveLength(count)
})

test('CS8: what a phone tells of a request goes on in the call that was asked for', () => {
  const asked = [{ id: 'asked', number: ANNA, asked: at(0) }]
  const byRequest = take(
    [{ what: 'dialling', request: 'asked', at: at(3), call: 'x' }, ...named('x', [['ended', 60]])],
    asked,
  )
  expect(byRequest).toMatchObject([{ id: 'asked', outer: 'x', state: 'ended', number: ANNA }])
  const byNumber = take([...named('x', [['dialling', 5]]), ...named('x', [['answered', 9]])], asked)
  expect(byNumber).toMatchObject([{ id: 'asked', outer: 'x', state: 'talking' }])
  expect(
    take(
      unnamed([
        ['dialling', 5],
        ['ended', 60],
      ]),
      asked,
    ),
  ).toMatchObject([{ id: 'asked', state: 'ended' }])
  const done: Report = { what: 'dialling', request: 'asked', at: at(2) }
  expect(take([done, ...named('x', [['dialling', 3]]), ...named('x', [['ended', 60]])], asked)).toHaveLength(1)
  expect(take([done, { ...done, what: 'failed', at: at(9) }, ...named('x', [['dialling', 20]])], asked)).toHaveLength(2)
  expect(take(named('x', [['dialling', 125]]), asked)).toHaveLength(2)
  expect(take(named('x', [['ringing', 5]]), asked)).toHaveLength(2)
  expect(take(unnamed([['dialling', 5, BORIS]]), asked)).toHaveLength(2)
})
