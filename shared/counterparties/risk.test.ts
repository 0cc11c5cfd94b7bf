import { expect, test } from 'vitest'
import { DAY_MS } from '../time/days.ts'
import type { Counterparty } from './collections.ts'
import { AGAIN, dueInns } from './due.ts'
import { riskOf } from './risk.ts'

const NOW = Date.UTC(2026, 10, 28)
const FINE = {
  inn: '7707083893',
  state: 'acting',
  registered: '2010-01-01',
  head: 'Иванов Иван',
  checked: NOW - DAY_MS,
  failed: null,
  trouble: null,
} as Counterparty

const weigh = (change: Partial<Counterparty>) => riskOf({ ...FINE, ...change } as Counterparty, NOW)

test('RK6: what ends is a danger, what is new or unclear is to be heeded', () => {
  expect(weigh({})).toEqual({ level: 'quiet', signs: [] })
  expect(weigh({ state: 'bankrupt' })).toEqual({ level: 'danger', signs: ['bankrupt'] })
  expect(weigh({ state: 'liquidated', checked: NOW - 900 * DAY_MS })).toEqual({
    level: 'danger',
    signs: ['liquidated'],
  })
  expect(weigh({ trouble: 'unknownInn' })).toEqual({ level: 'danger', signs: ['unknownInn'] })
  expect(weigh({ state: 'reorganizing', registered: '2026-10-01', head: null })).toEqual({
    level: 'heed',
    signs: ['reorganizing', 'young'],
  })
  expect(weigh({ head: null })).toEqual({ level: 'heed', signs: ['headUnknown'] })
  expect(weigh({ head: null, inn: '500100732259' }).level).toBe('quiet')
  expect(weigh({ checked: NOW - 181 * DAY_MS })).toEqual({ level: 'heed', signs: ['stale'] })
})

test('RK6: of whom nothing is known is neither fine nor bad', () => {
  expect(riskOf(null, NOW)).toEqual({ level: 'notKnown', signs: [] })
  expect(weigh({ checked: null, failed: NOW, trouble: 'slow' })).toEqual({ level: 'notKnown', signs: [] })
})

test('RK4: the longest unasked first; not what failed just now, has ended, is merged or is no INN', () => {
  const inns = ['7707083893', '5029069967', '7736050003', '7702070139', '500100732259', '7707083894', '7710140679']
  const known: Record<string, Counterparty> = {
    '7707083893': { ...FINE, checked: NOW - 40 * DAY_MS },
    '5029069967': { ...FINE, checked: NOW - 90 * DAY_MS },
    '7736050003': { ...FINE, checked: NOW - 90 * DAY_MS, failed: NOW - AGAIN + 1 },
    '7702070139': { ...FINE, checked: NOW - 900 * DAY_MS, state: 'liquidated' },
  }
  const rows = inns.map((inn) => ({ inn, mergedInto: inn === '7710140679' ? 'common-1' : null }))
  const due = (days: number) => dueInns([...rows, ...rows], (inn) => known[inn] ?? null, { now: NOW, days })
  expect(due(30)).toEqual(['500100732259', '5029069967', '7707083893'])
  expect(due(0)).toEqual(['500100732259'])
})
