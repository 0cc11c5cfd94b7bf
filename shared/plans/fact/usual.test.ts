import { expect, test } from 'vitest'
import type { Plan } from '../collections.ts'
import { usualPlan } from './usual.ts'

const TODAY = '2026-11-28'
const [YEAR, MONTH, PAST] = [
  { from: '2026-01-01', until: '2026-12-31' },
  { from: '2026-11-01', until: TODAY },
  { from: '2025-01-01', until: '2025-12-31' },
] as const

function planOf(id: string, values: Partial<Plan>): Plan {
  return { id, gone: false, posted: true, number: id, draft: null, date: 1, ...values } as Plan
}

const chosen = (...plans: readonly Plan[]) => [plans, plans.toReversed()].map((all) => usualPlan(all, TODAY)?.id)

test('PF10: where no plan is named, the posted one that covers today is taken, of several the one made last', () => {
  const [year, past] = [planOf('1', YEAR), planOf('2', { ...PAST, date: 9 })]
  expect(chosen(year, past)).toEqual(['1', '1'])
  expect(chosen(year, past, planOf('3', { ...MONTH, date: 2 }))).toEqual(['3', '3'])
  expect(chosen(year, planOf('3', MONTH))).toEqual(['1', '1'])
  expect(chosen(year, planOf('3', { ...MONTH, date: 2, posted: false }))).toEqual(['1', '1'])
  expect(chosen(year, planOf('3', { ...MONTH, date: 2, gone: true }))).toEqual(['1', '1'])
})

test('PF10: where none covers today, the posted one that begins last is taken; where none is posted, none', () => {
  const [past, next] = [planOf('1', { ...PAST, date: 9 }), planOf('2', { from: '2027-01-01', until: '2027-12-31' })]
  expect(chosen(past, next)).toEqual(['2', '2'])
  expect(chosen(planOf('1', { ...YEAR, posted: false }))).toEqual([undefined, undefined])
})
