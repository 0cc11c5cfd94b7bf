import fc from 'fast-check'
import { MEASURES, type ReportAsk } from '../ask.ts'
import type { Fact } from '../facts/columns.ts'
import type { Known } from '../sources/known.ts'
import { SALES } from '../sources/sales/sales.ts'
import type { Source } from '../sources/source.ts'
import { numberOf } from './naive.ts'

export const OWNERS = ['o1', 'o2', 'o3', 'o4', 'o5']
const PRODUCTS: { readonly [id: string]: { category: string | null; group: string | null } } = {
  oven: { category: 'Техника', group: 'g1' },
  hob: { category: 'Техника', group: null },
  shelf: { category: 'Модули', group: 'g2' },
  odd: { category: '', group: 'g2' },
}

/** `d`, whom nobody knows, is in none. */
const SEGMENTS: { readonly [customer: string]: readonly string[] } = { a: ['s1', 's2'], c: ['s2'] }

const NAMES: { readonly [of: string]: string } = {
  'customer a': 'Яна',
  'customer c': 'Анна',
  'manager m1': 'Грей',
  'segment s2': 'А',
}

/** Records as these tests know them: `b` was merged into `a`, and names stand otherwise than ids do. */
export const KNOWN: Known = {
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  hourOf: (at) => new Date(at).getUTCHours(),
  customer: (id) => (id === 'b' ? 'a' : id),
  segments: () => (customer) => SEGMENTS[customer] ?? [],
  product: (id) => PRODUCTS[id] ?? null,
  daysIn: (state) => (state === 'new' ? 3 : null),
  firstState: () => 'new',
  lastDays: () => [],
  name: (dimension, key) => NAMES[`${dimension} ${key}`] ?? null,
}

/** The columns of sales, which is what other sources are to these tests, too. */
export const SOURCE = SALES as Source

const DAYS = ['1999-12-31', '2024-02-29', '2025-01-01', '2025-03-31', '2025-04-01', '2026-11-30', '2026-12-06']
const key = <K extends string>(...keys: K[]) => fc.constantFrom(null, ...keys)
const amount = fc.integer({ min: -500, max: 500 })

/** Facts of one owner: all of one customer and manager, as those of an order are. */
export const facts = fc
  .record({
    customer: key('a', 'b', 'c', 'd'),
    manager: key('m1', 'm2'),
    sort: key('work', 'customer'),
    all: fc.array(
      fc.record({
        day: fc.constantFrom(null, ...DAYS),
        product: key('oven', 'hob', 'shelf', 'odd', 'gone'),
        sums: fc.tuple(amount, amount, amount, amount, amount, fc.constantFrom(0, 0, 1)),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ customer, manager, sort, all }): readonly Fact[] =>
    all.map(({ day, product, sums }) => ({
      day: day === null ? null : numberOf(day),
      keys: [product, customer, manager, null, null, null, null, sort, null],
      sums,
    })),
  )

const dimension = fc.constantFrom(
  ...(['category', 'productGroup', 'product', 'customer', 'manager', 'sort', 'order', 'segment', 'segment'] as const),
  ...(['month', 'week', 'quarter', 'year', 'day'] as const),
)
const cuts = fc
  .uniqueArray(fc.constantFrom(...DAYS, '2025-02-15', '2026-01-01'), { minLength: 1, maxLength: 4 })
  .map((days) => ({ cuts: days.sort() }))

/** What is asked of sales, in all ways. */
export const ask: fc.Arbitrary<ReportAsk> = fc.record({
  source: fc.constant('sales' as const),
  rows: fc.uniqueArray(dimension, { maxLength: 2 }),
  columns: fc.oneof(fc.constant(null), dimension, cuts),
  measures: fc.uniqueArray(fc.constantFrom(...MEASURES.sales), { minLength: 1, maxLength: 4 }),
  from: fc.constantFrom(null, null, '2025-01-01', '2025-03-31'),
  until: fc.constantFrom(null, null, '2026-11-30', '2025-04-01'),
  compare: fc.constant(null),
  filter: fc.constant([]),
  search: fc.constant(''),
})
