import { expect, test } from 'vitest'
import { READY } from '../../../../shared/reports/view/ready.ts'
import { firstView } from '../../../../shared/reports/view/view.ts'
import { inSource, withRow } from './cutting.ts'

test('a report about something else keeps what that has too', () => {
  const profit = { ...READY.profit, filter: [{ field: 'sum', is: 'more', values: [5] }] } as const
  const orders = inSource(profit, 'orders')
  expect(orders).toMatchObject({ rows: ['manager'], measures: ['sum'], filter: profit.filter, period: 'thisYear' })
  expect(orders.sort, 'it was by profit').toEqual({ by: 'name', down: false })
  expect(inSource(profit, 'events')).toMatchObject({ rows: ['manager'], measures: ['count'], filter: [] })
  expect(inSource(READY.sales, 'debts')).toMatchObject({ rows: [], columns: null, measures: ['theyOwe'] })
})

test('rows are chosen outer and inner; without outer ones the inner ones take their place', () => {
  const view = { ...firstView('sales'), rows: ['category', 'manager'] } as const
  expect(withRow(view, 0, 'customer').rows).toEqual(['customer', 'manager'])
  expect(withRow(view, 0, 'manager').rows).toEqual(['manager'])
  expect(withRow(view, 0, null).rows).toEqual(['manager'])
  expect(withRow(view, 1, 'product').rows).toEqual(['category', 'product'])
  expect(withRow(view, 1, null).rows).toEqual(['category'])
  expect(withRow(firstView('sales'), 0, 'month').rows).toEqual(['month'])
})
