import type { Plan, PlanRow } from '../../../shared/plans/collections.ts'
import type { About } from '../../../shared/plans/fact/finder.ts'
import type { PlanWithRows } from '../../../shared/plans/fact/scale.ts'
import { periodsOf } from '../../../shared/plans/periods.ts'
import type { Fact } from '../../../shared/reports/facts/columns.ts'
import { dayNumber } from '../../../shared/reports/facts/days.ts'

export const ORDERS = 100_000
const ROWS = 500
const LINES = 3
/** Goods that are sold; the first of them are planned. */
const PRODUCTS = 800
/** Over so many days from the first one sales are spread. */
const DAYS = 900
const FIRST_DAY = dayNumber('2024-10-01') ?? 0

export const LAYOUT = {
  dimensions: ['product', 'customer', 'manager', 'department', 'organisation', 'project', 'source', 'sort', 'kind'],
  sums: ['sum', 'quantity'],
} as const

export const ABOUT: About = { category: () => null, groups: () => [], customer: (id) => id }

/** What an order sold: three lines on one day. */
export function factsOf(at: number): readonly Fact[] {
  const day = FIRST_DAY + ((at * 7_919) % DAYS)
  return Array.from({ length: LINES }, (_, line) => ({
    day,
    keys: [
      `p${(at * 31 + line * 97) % PRODUCTS}`,
      `c${at % 5_000}`,
      `m${at % 12}`,
      null,
      null,
      null,
      null,
      'work',
      'k',
    ],
    sums: [100_00 + ((at + line) % 9_973), (1 + (at % 4)) * 1_000],
  }))
}

/** A plan of goods by the months of two years. */
export function benchPlan(): PlanWithRows {
  const span = { from: '2025-01-01', until: '2026-12-31', periodicity: 'byMonth' } as const
  const plan = { id: 'plan', ...span, first: 'byProduct', second: null } as unknown as Plan
  const periods = periodsOf(span)
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = periods.map(({ id }, at) => ({ id, madeAt: 0, sum: (row + at + 1) * 1_000, quantity: null }))
    const about = { first: `p${row}`, second: null, firstBy: 'byProduct', secondBy: null }
    return { id: `r${row}`, gone: false, place: `a${String(row).padStart(4, '0')}`, cells, ...about }
  })
  return { plan, rows: rows as unknown as readonly PlanRow[] }
}
