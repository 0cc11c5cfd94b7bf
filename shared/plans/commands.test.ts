import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../orders/testing/shop.ts'
import { derivedId, parseId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import type { Written } from '../records/writing/transaction.ts'
import { type PlanRow, planRows, plans } from './collections.ts'
import type { CellWrite } from './commands.ts'
import { placedBehind, planRowId } from './rows.ts'

const PLAN = derivedId('common', START, 'test', 'plan')
const SPAN = { from: '2015-02-01', until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const
const PERIODS = ['2015-02-01', '2015-04-01', '2015-07-01'] as const
const NAMES = ['Бытовая техника', 'Модули']
const idOf = (name: string) => planRowId({ id: PLAN, first: 'byCategory', second: null }, name, null)

function planned(...others: readonly Shop[]): Shop {
  const shop = new Shop('A')
  shop.do('createPlan', { id: PLAN, fields: SPAN })
  shop.do('addPlanRows', {
    id: PLAN,
    rows: placedBehind(
      null,
      NAMES.map((first) => ({ first, second: null })),
    ),
  })
  exchange(shop, ...others)
  return shop
}

function cellsOf(shop: Shop, name = 'Модули'): Record<string, [number | null, number | null]> {
  return Object.fromEntries(shop.row(planRows, idOf(name)).cells.map((one) => [one.id, [one.sum, one.quantity]]))
}

test('PN3: a row lies in its plan’s document; its id follows from what it is about, and from the analytics', () => {
  const [plan, row] = [parseId(PLAN), parseId(idOf('Модули'))]
  expect(row).toEqual(plan)
  expect(idOf('Модули')).not.toBe(idOf('Бытовая техника'))
  expect(planRowId({ id: PLAN, first: 'byProductGroup', second: null }, 'Модули', null)).not.toBe(idOf('Модули'))
  const two = { id: PLAN, first: 'byCategory', second: 'byManager' } as const
  expect(planRowId(two, 'a/b', 'c')).not.toBe(planRowId(two, 'a', 'b/c'))
})

test('PN3: two who add one row apart add one, and each one’s cells stand', () => {
  const other = new Shop('B')
  const shop = planned(other)
  const add = (by: Shop, period: string, sum: number) =>
    by.do('addPlanRows', { id: PLAN, rows: [{ first: 'Мойки', second: null, place: 'a5', cells: [{ period, sum }] }] })
  add(shop, PERIODS[0], 100)
  add(other, PERIODS[1], 200)
  exchange(shop, other)
  for (const one of [shop, other])
    expect(cellsOf(one, 'Мойки')).toEqual({ [PERIODS[0]]: [100, null], [PERIODS[1]]: [200, null] })
})

test('PN4, R24: one’s sum and another’s quantity of one cell both stand, and an undo takes its own alone', () => {
  const other = new Shop('B')
  const shop = planned(other)
  const at = { row: idOf('Модули'), period: PERIODS[0] }
  const act = shop.do('setPlanCells', { id: PLAN, cells: [{ ...at, sum: 2_047_800_00 }] })
  other.do('setPlanCells', { id: PLAN, cells: [{ ...at, quantity: 12_000 }] })
  exchange(shop, other)
  expect(cellsOf(other)).toEqual({ [PERIODS[0]]: [2_047_800_00, 12_000] })
  shop.do('undoAct', { act })
  exchange(shop, other)
  expect(cellsOf(other)).toEqual({ [PERIODS[0]]: [null, 12_000] })
})

/** Cells that one of two people writes, and whether they have met before the next. */
const deed = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  meet: fc.boolean(),
  cells: fc.array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      period: fc.constantFrom(...PERIODS),
      sum: fc.option(fc.option(fc.integer({ min: 0, max: 999 })), { nil: undefined }),
      quantity: fc.option(fc.option(fc.integer({ min: 0, max: 999 })), { nil: undefined }),
    }),
    { maxLength: 6 },
  ),
})

test('PN4: whoever fills a plan apart, both read the same, and of each measure of each cell what was written last', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const people = [new Shop('A'), new Shop('B')] as const
      planned(...people)
      const expected = new Map<string, number | null>()
      for (const { who, meet, cells } of deeds) {
        const writes = cells.map(({ name, ...cell }) => ({ ...cell, row: idOf(name) }) as CellWrite)
        note(expected, people[who as 0 | 1].do('setPlanCells', { id: PLAN, cells: writes }))
        if (meet) exchange(...people)
      }
      exchange(...people)
      for (const one of people) expect(readings(one)).toEqual(standing(expected))
    }),
    { numRuns: 60 },
  )
})

/** The desks share one time, so what was done later is later, whoever did it. */
function note(expected: Map<string, number | null>, act: readonly Written[]): void {
  for (const { id, path, after } of act) expected.set(`${id} ${path}`, after as number | null)
}

function standing(expected: ReadonlyMap<string, number | null>): [string, number][] {
  return [...expected].flatMap(([key, value]) => (value === null ? [] : [[key, value] as [string, number]])).sort()
}

function readings(shop: Shop): [string, number][] {
  const told = NAMES.flatMap((name) => {
    const { id, cells } = shop.row(planRows, idOf(name)) as PlanRow
    return cells.flatMap((cell) =>
      (['sum', 'quantity'] as const).map((measure) => [`${id} cells/${cell.id}/${measure}`, cell[measure]] as const),
    )
  })
  return standing(new Map(told))
}

test('PN5: other days leave cells where they are; they are there again when the days are', () => {
  const shop = planned()
  shop.do('setPlanCells', { id: PLAN, cells: [{ row: idOf('Модули'), period: PERIODS[2], sum: 700 }] })
  shop.do('changePlan', { id: PLAN, fields: { until: '2015-06-30' } })
  expect(cellsOf(shop)).toEqual({ [PERIODS[2]]: [700, null] })
})

test('PN8: a plan changed to months has its sums moved onto them in the same act', () => {
  const shop = planned()
  const row = idOf('Модули')
  shop.do('setPlanCells', { id: PLAN, cells: [{ row, period: PERIODS[1], sum: 9_100, quantity: 910 }] })
  const act = shop.do('changePlan', { id: PLAN, fields: { periodicity: 'byMonth' }, spread: [row] })
  expect(cellsOf(shop)).toEqual({ '2015-04-01': [3_000, 300], '2015-05-01': [3_100, 310], '2015-06-01': [3_000, 300] })
  shop.do('undoAct', { act })
  expect(cellsOf(shop)).toEqual({ [PERIODS[1]]: [9_100, 910] })
  expect(shop.row(plans, PLAN).periodicity).toBe('byQuarter')
})

test('PN6: a row keeps the analytics that it was added under', () => {
  const shop = planned()
  shop.do('changePlan', { id: PLAN, fields: { first: 'byManager' } })
  expect(shop.row(planRows, idOf('Модули'))).toMatchObject({ first: 'Модули', firstBy: 'byCategory', secondBy: null })
})

test('a row that was removed comes back with what was planned in it', () => {
  const shop = planned()
  const row = idOf('Модули')
  shop.do('setPlanCells', { id: PLAN, cells: [{ row, period: PERIODS[0], sum: 5 }] })
  shop.do('removePlanRows', { id: PLAN, rows: [row] })
  expect(shop.row(planRows, row).gone).toBe(true)
  shop.do('addPlanRows', { id: PLAN, rows: [{ first: 'Модули', second: null, place: 'a9' }] })
  expect(shop.row(planRows, row)).toMatchObject({ gone: false, cells: [{ id: PERIODS[0], sum: 5 }] })
})

test('what no plan can be is refused, whichever way it comes', () => {
  const shop = planned()
  const refusals = [
    shop.refusal('createPlan', {
      id: derivedId('common', START, 'test', 'other'),
      fields: { ...SPAN, until: '2015-01-31' },
    }),
    shop.refusal('changePlan', { id: PLAN, fields: { from: null } }),
    shop.refusal('setRecord', { collection: 'plans', id: PLAN, values: { until: '2014-01-01' } }),
    shop.refusal('changePlan', { id: PLAN, fields: { periodicity: 'byDay', until: '2018-09-30' } }),
    shop.refusal('changePlan', { id: PLAN, fields: { second: 'byCategory' } }),
    shop.refusal('setPlanCells', { id: PLAN, cells: [{ row: idOf('Модули'), period: 'spring', sum: 1 }] }),
    shop.refusal('setPlanCells', { id: PLAN, cells: [{ row: idOf('Модули'), period: PERIODS[0], sum: 2e11 }] }),
    shop.refusal('setPlanCells', { id: PLAN, cells: [{ row: idOf('Мойки'), period: PERIODS[0], sum: 1 }] }),
  ]
  expect(refusals).toEqual([
    'plan-dates',
    'plan-dates',
    'plan-dates',
    'plan-too-fine',
    'plan-analytics-same',
    'field-value',
    'sum-too-large',
    'record-missing',
  ])
})
