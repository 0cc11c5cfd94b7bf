import { expect, test } from 'vitest'
import { documentOf } from '../../../../shared/documents/documents.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import { type PlanRow, planRows } from '../../../../shared/plans/collections.ts'
import { placedBehind, planRowId } from '../../../../shared/plans/rows.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { exchange } from '../../../../shared/records/simulation/world/desk.ts'
import { PlanApart } from './plan-apart.ts'

const PLAN = derivedId('common', START, 'test', 'plan')
const PERIOD = '2015-02-01'
const ROWS = ['Мойки', 'Модули'].map((name) => planRowId({ id: PLAN, first: 'byCategory', second: null }, name, null))
const ROW = ROWS[1] as string

/** Two people with one plan, and what the first one's device tells of it. */
function planning() {
  const [shop, other] = [new Shop('A'), new Shop('B')]
  const span = { from: PERIOD, until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const
  shop.do('createPlan', { id: PLAN, fields: span })
  const rows = ['Мойки', 'Модули'].map((first) => ({ first, second: null }))
  shop.do('addPlanRows', { id: PLAN, rows: placedBehind(null, rows) })
  exchange(shop, other)
  const document = shop.device.held(documentOf('company', planRows.family, ROW))
  const rowOf = (id: string) => shop.row(planRows, id) as PlanRow
  const directory = { rowsOfPlan: () => ROWS.map(rowOf), typed: (_: unknown, id: string) => rowOf(id) } as never
  const apart = new PlanApart(directory, PLAN, () => document.records(planRows))
  const told = () => apart.answer().rows.map(({ id, apart }) => [id, apart.map(({ path, value }) => [path, value])])
  const take = () => apart.take(new Map([['planRows', new Set(ROWS)]]))
  return { shop, other, told, take }
}

function write(shop: Shop, sum: number): void {
  shop.do('setPlanCells', { id: PLAN, cells: [{ row: ROW, period: PERIOD, sum }] })
}

test('PN4: of two sums of one cell written apart the lost one is told, until somebody decides', () => {
  const { shop, other, told, take } = planning()
  write(other, 100)
  expect(told()).toEqual([])
  write(shop, 200)
  exchange(shop, other)
  expect(take()).toBe(true)
  expect(told()).toEqual([[ROW, [[`cells/${PERIOD}/sum`, 100]]]])
  shop.do('keepValue', { collection: 'planRows', id: ROW, path: `cells/${PERIOD}/sum` })
  expect(take()).toBe(true)
  expect(told()).toEqual([])
  expect(take()).toBe(false)
})

test('PN4: what was overwritten seen, or apart in the sum and the quantity, is nothing to decide', () => {
  const { shop, other, told, take } = planning()
  write(shop, 100)
  exchange(shop, other)
  write(other, 200)
  shop.do('setPlanCells', { id: PLAN, cells: [{ row: ROW, period: PERIOD, quantity: 5_000 }] })
  exchange(shop, other)
  take()
  expect(told()).toEqual([])
})
