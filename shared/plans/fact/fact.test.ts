import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fact, FactColumns } from '../../reports/facts/columns.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import { addDays } from '../../time/days.ts'
import { type Analytic, PERIODICITIES, type Plan, type PlanRow } from '../collections.ts'
import { periodsOf } from '../periods.ts'
import { cumulative, held } from './figures.ts'
import type { About } from './finder.ts'
import { plannedOn, type Scale, scaleOf } from './scale.ts'
import { FactTally } from './tally.ts'

const LAYOUT = { dimensions: ['product', 'customer', 'manager', 'department'], sums: ['sum', 'quantity'] } as const

/** Goods of two categories; groups `kitchens` over `ovens`; customer `b` was merged into `a`. */
const CATEGORIES: Readonly<Record<string, string>> = { oven: 'Техника', hob: 'Техника', table: 'Мебель' }
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  oven: ['ovens', 'kitchens'],
  hob: ['kitchens'],
  table: [],
}
const ABOUT: About = {
  category: (id) => CATEGORIES[id] ?? null,
  groups: (id) => GROUPS[id] ?? [],
  customer: (id) => (id === 'b' ? 'a' : id),
}
const KEYS = {
  byCategory: ['Техника', 'Мебель', 'Ткани', null],
  byProductGroup: ['kitchens', 'ovens', null],
  byProduct: ['oven', 'hob', 'table', null],
  byCustomer: ['a', 'c', null],
  byManager: ['olga', 'ivan', null],
  byDepartment: ['shop', null],
} as const satisfies Record<Analytic, readonly (string | null)[]>
type AnalyticName = keyof typeof KEYS

function planOf(values: Partial<Plan>): Plan {
  const plan = {
    id: 'p',
    from: '2025-11-20',
    until: '2026-02-10',
    periodicity: 'byMonth',
    first: 'byCategory',
    second: null,
  }
  return { ...plan, ...values } as Plan
}

function rowOf({ first, second }: Plan, keys: readonly (string | null)[], cells: PlanRow['cells'] = []): PlanRow {
  const [one = null, other = null] = keys
  const about = { first: one, second: other, firstBy: first, secondBy: second }
  return { id: JSON.stringify(keys), gone: false, place: 'a', cells, ...about } as unknown as PlanRow
}

const aFact = fc.record({
  day: fc.option(fc.integer({ min: 0, max: 100 }).map((days) => dayNumber(addDays('2025-11-10', days)))),
  keys: fc.tuple(
    fc.constantFrom('oven', 'hob', 'table', 'unknown', null),
    fc.constantFrom('a', 'b', 'c', null),
    fc.constantFrom('olga', 'ivan', null),
    fc.constantFrom('shop', 'office', null),
  ),
  sums: fc.tuple(fc.integer({ min: -500, max: 5_000 }), fc.integer({ min: -9, max: 99 })),
}) as fc.Arbitrary<Fact>

const aDeed = fc.record({ owner: fc.constantFrom('o1', 'o2', 'o3', 'o4'), facts: fc.array(aFact, { maxLength: 4 }) })

const analytics = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(KEYS) as AnalyticName[])), { minLength: 1, maxLength: 2 })
  .chain(([first = 'byCategory', second = null]) => {
    const keys = fc.tuple(
      fc.constantFrom(...(KEYS[first] as readonly (string | null)[])),
      second === null ? fc.constant(null) : fc.constantFrom(...(KEYS[second] as readonly (string | null)[])),
    )
    const rows = fc.uniqueArray(keys, { maxLength: 5, selector: (one) => JSON.stringify(one) })
    return fc.record({ first: fc.constant(first), second: fc.constant<Analytic | null>(second), rows })
  })

/** Whether a fact is about a key, read one by one. */
function isAbout(fact: Fact, by: Analytic | null, key: string | null): boolean {
  const [product = null, customer = null, manager = null, department = null] = fact.keys
  if (by === null) return true
  if (by === 'byProductGroup') {
    const groups = product === null ? [] : ABOUT.groups(product)
    return key === null ? groups.length === 0 : groups.includes(key)
  }
  const own = {
    byCategory: product === null ? null : ABOUT.category(product),
    byProduct: product,
    byCustomer: customer === null ? null : ABOUT.customer(customer),
    byManager: manager,
    byDepartment: department,
  }[by]
  return own === key
}

/** What rows, none of them, and all sold, read fact by fact. */
function naive(scale: Scale, facts: readonly Fact[]) {
  const isIn = (fact: Fact, at: number) => {
    const { from, until } = scale.periods[at] ?? { from: '', until: '' }
    return fact.day !== null && fact.day >= (dayNumber(from) ?? 0) && fact.day <= (dayNumber(until) ?? 0)
  }
  const isOf = (fact: Fact, { first, second }: Scale['rows'][number]) =>
    isAbout(fact, scale.first, first) && isAbout(fact, scale.second, second)
  const tell = (counts: (fact: Fact) => boolean) =>
    scale.periods.map((_, at) => {
      const found = facts.filter((fact) => isIn(fact, at) && counts(fact))
      return [0, 1].map((of) => found.reduce((sum, { sums }) => sum + (sums[of] ?? 0), 0))
    })
  return {
    cells: scale.rows.flatMap((row) => tell((fact) => isOf(fact, row))),
    outside: tell((fact) => !scale.rows.some((row) => isOf(fact, row))),
    totals: tell(() => true),
  }
}

function told({ cells, outside, totals }: FactTally) {
  const pairs = ({ sum, quantity }: typeof cells) => Array.from(sum, (one, at) => [one, quantity[at]])
  return { cells: pairs(cells), outside: pairs(outside), totals: pairs(totals) }
}

test('PF2, PF3, PF8: facts of rows, of none and of all are what reading one by one finds, however they came', () => {
  fc.assert(
    fc.property(
      analytics,
      fc.constantFrom(...PERIODICITIES),
      fc.array(aDeed, { maxLength: 12 }),
      (by, periodicity, deeds) => {
        const plan = planOf({ first: by.first, second: by.second, periodicity })
        const scale = scaleOf([{ plan, rows: by.rows.map((keys) => rowOf(plan, keys)) }])
        const columns = new FactColumns(LAYOUT)
        const live = new FactTally(columns, scale, ABOUT)
        const owned = new Map<string, readonly Fact[]>()
        for (const { owner, facts } of deeds) {
          columns.put(owner, facts)
          owned.set(owner, facts)
        }
        const expected = naive(scale, [...owned.values()].flat())
        expect(told(live)).toEqual(expected)
        expect(told(new FactTally(columns, scale, ABOUT))).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
})

test('PF9: the facts behind a figure come to it', () => {
  fc.assert(
    fc.property(analytics, fc.array(aDeed, { maxLength: 8 }), (by, deeds) => {
      const plan = planOf({ first: by.first, second: by.second })
      const scale = scaleOf([{ plan, rows: by.rows.map((keys) => rowOf(plan, keys)) }])
      const columns = new FactColumns(LAYOUT)
      for (const { owner, facts } of deeds) columns.put(owner, facts)
      const tally = new FactTally(columns, scale, ABOUT)
      const behind = (row: number | 'outside' | null, period: number) => {
        let sum = 0
        for (let fact = 0; fact < columns.size; fact++)
          if (tally.isOf(fact, row, period)) sum += columns.sums[0]?.[fact] ?? 0
        return sum
      }
      for (const [period] of scale.periods.entries()) {
        expect(behind(null, period)).toBe(tally.totals.sum[period])
        expect(behind('outside', period)).toBe(tally.outside.sum[period])
        for (const [row] of scale.rows.entries())
          expect(behind(row, period)).toBe(tally.cells.sum[row * scale.periods.length + period])
      }
    }),
    { numRuns: 60 },
  )
})

test('PF4: the deviation and what is done, half up; of a plan of nothing none', () => {
  expect(held(3_00, 2_00)).toEqual({ plan: 300, fact: 200, deviation: -100, done: 66_67 })
  expect(held(8, 1).done).toBe(12_50)
  expect(held(20_000, 1).done).toBe(1)
  expect(held(0, 5)).toMatchObject({ deviation: 5, done: null })
  expect(cumulative([1, 0, -3, 4])).toEqual([1, 1, -2, 2])
})

const span = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 200 }), fc.constantFrom(...PERIODICITIES))
  .map(([begin, length, periodicity]) => {
    const from = addDays('2025-10-15', begin)
    return { from, until: addDays(from, length), periodicity }
  })

test('PF7: common periods part no period of any plan, follow each other, and lose nothing planned', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), (spans) => {
      const plans = spans.map((one) => {
        const plan = planOf(one)
        const cells = periodsOf(plan).map(({ id }, at) => ({ id, madeAt: 0, sum: at + 1, quantity: 1 }))
        return { plan, rows: [rowOf(plan, ['Техника', null], cells as PlanRow['cells'])] }
      })
      const scale = scaleOf(plans)
      for (const [at, { until }] of scale.periods.entries()) {
        const next = scale.periods[at + 1]
        if (next) expect(addDays(until, 1)).toBe(next.from)
      }
      for (const one of plans) {
        const { cells } = plannedOn(scale, one)
        const all = (figures: Iterable<number>) => [...figures].reduce((sum, figure) => sum + figure, 0)
        expect(all(cells.sum)).toBe(all(one.rows[0]?.cells.map(({ sum }) => sum ?? 0) ?? []))
        for (const { from, until } of periodsOf(one.plan))
          expect(scale.periods.some((wide) => wide.from <= from && until <= wide.until)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('PF7: months beside quarters stand by quarters; a plan of other analytics counts in the totals alone', () => {
  const months = planOf({ from: '2026-01-01', until: '2026-06-30' })
  const quarters = planOf({
    id: 'q',
    from: '2026-01-01',
    until: '2026-06-30',
    periodicity: 'byQuarter',
    first: 'byManager',
  })
  const cell = (id: string, sum: number) => [{ id, madeAt: 0, sum, quantity: null }] as unknown as PlanRow['cells']
  const plans = [
    { plan: months, rows: [rowOf(months, ['Техника', null], cell('2026-02-01', 70))] },
    { plan: quarters, rows: [rowOf(quarters, ['olga', null], cell('2026-04-01', 90))] },
  ]
  const scale = scaleOf(plans)
  expect(scale.periods.map(({ id }) => id)).toEqual(['2026-01-01', '2026-04-01'])
  expect(scale.rows).toEqual([{ first: 'Техника', second: null }])
  const [one, other] = plans.map((plan) => plannedOn(scale, plan))
  expect([one?.fits, ...(one?.cells.sum ?? []), ...(one?.totals.sum ?? [])]).toEqual([true, 70, 0, 70, 0])
  expect([other?.fits, ...(other?.cells.sum ?? []), ...(other?.totals.sum ?? [])]).toEqual([false, 0, 0, 0, 90])
})
