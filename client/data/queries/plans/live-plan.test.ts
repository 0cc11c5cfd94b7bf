import { expect, test } from 'vitest'
import { people } from '../../../../shared/company/collections.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import { planRows, plans } from '../../../../shared/plans/collections.ts'
import { placedBehind, planRowId } from '../../../../shared/plans/rows.ts'
import { totalsOf } from '../../../../shared/plans/sheet/totals.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import { type PlanSheet, putPlanTogether } from '../../page/plan-sheet.ts'
import { Directory } from '../directory.ts'
import { LivePlan } from './live-plan.ts'

const [PLAN, OTHER] = ['plan', 'other'].map((name) => derivedId('common', START, 'test', name)) as [string, string]
const SPAN = { from: '2015-02-01', until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const
const rowId = (name: string, first: 'byCategory' | 'byManager' = 'byCategory') =>
  planRowId({ id: PLAN, first, second: null }, name, null)
const COLLECTIONS: readonly Collection[] = [plans, planRows, people, products]

/** A shop, the directory of its device, and a page that looks at its plan. */
class Planning extends Shop {
  readonly directory = new Directory()
  readonly live = new LivePlan(this.directory, { what: 'plan', id: PLAN })
  sheet: PlanSheet | undefined

  constructor() {
    super('A')
    const goods = {
      collection: 'products',
      id: 'oven',
      values: { name: 'Духовка', category: 'Бытовая техника' },
    } as const
    this.tell(this.do('createRecord', goods))
    this.tell(this.do('createPlan', { id: PLAN, fields: SPAN }))
    const rows = placedBehind(null, [
      { first: 'Бытовая техника', second: null },
      { first: 'Модули', second: null },
    ])
    this.tell(this.do('addPlanRows', { id: PLAN, rows }))
  }

  /** Brings what was written to the directory and the page; what the page was told. */
  tell(act: readonly Written[]) {
    const changed = act.map(({ collection: name, id }) => {
      const collection = COLLECTIONS.find((one) => one.name === name) as Collection
      return { collection, id, before: null, origin: null, after: this.row(collection, id) as never }
    })
    if (!this.live.take(this.directory.take(changed))) return null
    const answer = this.live.answer()
    this.sheet = putPlanTogether(this.sheet, answer)
    return answer
  }

  cell(name: string, period: string, sum: number) {
    return this.tell(this.do('setPlanCells', { id: PLAN, cells: [{ row: rowId(name), period, sum }] }))
  }

  sums(): (number | null)[] {
    return Array.from(this.sheet?.cells.sum ?? [], (sum) => (Number.isNaN(sum) ? null : sum))
  }
}

test('PN4: a plan comes whole once, then by the rows that changed, and reads the same as anew', () => {
  const planning = new Planning()
  expect(planning.sheet?.rows.map(({ names, lost }) => [names[0], lost[0]])).toEqual([
    ['Бытовая техника', false],
    ['Модули', true],
  ])
  expect(planning.cell('Модули', '2015-04-01', 3_097_003_00)).toMatchObject({ whole: false, at: [1] })
  planning.cell('Бытовая техника', '2015-02-01', 1_094_700_00)
  expect(planning.sums()).toEqual([1_094_700_00, null, null, null, 3_097_003_00, null])
  const { cells } = planning.sheet as PlanSheet
  expect(totalsOf(cells, 'sum', 2, 3)).toMatchObject({ all: 4_191_703_00 })
  expect([...totalsOf(cells, 'sum', 2, 3).columns]).toEqual([1_094_700_00, 3_097_003_00, 0])
  const anew = new LivePlan(planning.directory, { what: 'plan', id: PLAN })
  expect(putPlanTogether(undefined, anew.answer())).toEqual(planning.sheet)
})

test('PN5: what stands outside of the periods is told, counts nowhere, and comes back with them', () => {
  const planning = new Planning()
  planning.cell('Модули', '2015-07-01', 700)
  planning.tell(planning.do('changePlan', { id: PLAN, fields: { until: '2015-06-30' } }))
  expect(planning.sheet?.outside).toEqual([{ period: '2015-07-01', row: rowId('Модули'), sum: 700, quantity: null }])
  expect(planning.sums()).toEqual([null, null, null, null])
  planning.tell(planning.do('changePlan', { id: PLAN, fields: { until: '2015-08-01' } }))
  expect(planning.sheet?.outside).toEqual([])
  expect(planning.sums().at(-1)).toBe(700)
})

test('PN6: rows of other analytics wait with their sums, and stand again when the plan has theirs', () => {
  const planning = new Planning()
  planning.cell('Модули', '2015-04-01', 500)
  planning.tell(planning.do('createRecord', { collection: 'people', id: 'olga', values: { name: 'Ольга' } }))
  planning.tell(planning.do('changePlan', { id: PLAN, fields: { first: 'byManager' } }))
  expect(planning.sheet?.rows).toEqual([])
  expect(planning.sheet?.astray.map(({ names, sum }) => [names[0], sum])).toEqual([
    ['Бытовая техника', null],
    ['Модули', 500],
  ])
  planning.tell(planning.do('addPlanRows', { id: PLAN, rows: [{ first: 'olga', second: null, place: 'a0' }] }))
  planning.tell(planning.do('removeRecord', { collection: 'people', id: 'olga' }))
  expect(planning.sheet?.rows).toMatchObject([{ names: ['Ольга', null], lost: [true, false] }])
  planning.tell(planning.do('changePlan', { id: PLAN, fields: { first: 'byCategory' } }))
  expect(planning.sums()[4]).toBe(500)
})

test('PN9: a posted plan tells of other posted ones of its scenario that touch its days', () => {
  const planning = new Planning()
  const told = () => planning.sheet?.overlaps.map(({ id }) => id)
  const other = { ...SPAN, from: '2015-09-30', until: '2015-12-31', posted: true }
  planning.tell(planning.do('createPlan', { id: OTHER, fields: other }))
  expect(told()).toEqual([])
  const change = (id: string, fields: object) => planning.tell(planning.do('changePlan', { id, fields }))
  change(PLAN, { posted: true })
  expect(told()).toEqual([OTHER])
  for (const [apart, again] of [
    [{ from: '2015-10-01' }, { from: '2015-09-30' }],
    [{ scenario: 'kitchens' }, { scenario: null }],
    [{ first: 'byManager' }, { first: 'byCategory' }],
    [{ posted: false }, { posted: true }],
  ]) {
    change(OTHER, apart as object)
    expect(told()).toEqual([])
    change(OTHER, again as object)
    expect(told()).toEqual([OTHER])
  }
})

test('a row that is removed goes, and what others plan is none of it', () => {
  const planning = new Planning()
  planning.tell(planning.do('removePlanRows', { id: PLAN, rows: [rowId('Бытовая техника')] }))
  expect(planning.sheet?.rows.map(({ names }) => names[0])).toEqual(['Модули'])
  planning.tell(planning.do('createPlan', { id: OTHER, fields: SPAN }))
  const rows = [{ first: 'Мойки', second: null, place: 'a0' }]
  expect(planning.tell(planning.do('addPlanRows', { id: OTHER, rows }))).toBeNull()
  expect(new LivePlan(planning.directory, { what: 'plan', id: 'none' }).answer()).toMatchObject({
    plan: null,
    rows: [],
  })
})
