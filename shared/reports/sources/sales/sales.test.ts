import { expect, test } from 'vitest'
import { completing, lineOf, moveOf, shipmentOf } from '../../../movements/testing/order.ts'
import type { Order } from '../../../orders/collections.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import { orderOf, told as toldOf } from '../../testing/order.ts'
import type { Source } from '../source.ts'
import { SALES } from './sales.ts'

const told = (order: Order, known = KNOWN) => toldOf(SALES as Source, order, known)

const LINES = [
  lineOf({ id: 'l1', product: 'oven', quantity: 2_000, price: 120_00, vat: 'vat20', cost: 80_01 }),
  lineOf({ id: 'l2', product: 'shelf', quantity: 1_000, price: 50_00 }),
]

test('RP10: sales are those of movements, by line, with what they cost, on the day of the paper', () => {
  const shipments = [
    shipmentOf({ id: 's1', line: 'l1', product: 'oven', quantity: 500, sum: 60_00, vatSum: 10_00, date: '2026-03-31' }),
    shipmentOf({ id: 's2', line: 'l2', product: 'shelf', quantity: 1_000, sum: 50_00, date: '2026-04-01' }),
    shipmentOf({ id: 's3', kind: 'return', line: 'l1', product: 'oven', quantity: 500, sum: 60_00, vatSum: 10_00 }),
  ]
  expect(told(orderOf({ lines: LINES, shipments }))).toMatchObject([
    {
      day: '2026-03-31',
      product: 'oven',
      customer: 'a',
      sum: 60_00,
      vat: 10_00,
      quantity: 500,
      cost: 40_01,
      revenue: 50_00,
    },
    { day: '2026-04-01', product: 'shelf', manager: 'm1', sum: 50_00, vat: 0, quantity: 1_000, cost: 0, revenue: 0 },
    { day: null, product: 'oven', sum: -60_00, vat: -10_00, quantity: -500, cost: -40_01, revenue: -50_00 },
  ])
  expect(told(orderOf({ lines: LINES, shipments, posted: false }))).toEqual([])
})

test('RP10: a work order sells by its success, on that day of the company’s zone', () => {
  const moves = [moveOf({ id: 'first' }), completing('success', Date.UTC(2026, 4, 1, 22))]
  const known = { ...KNOWN, dayOf: (at: number) => KNOWN.dayOf(at + 3 * 3_600_000) }
  const sold = told(orderOf({ sort: 'work', lines: LINES, moves }), known)
  expect(sold.map(({ day }) => day)).toEqual(['2026-05-02', '2026-05-02'])
  expect(sold).toMatchObject([{ sum: 240_00, cost: 160_02, kind: 'kitchens' }, { sum: 50_00 }])
})

test('RP11: sums are the company’s by the rate of the order’s date; without a rate none counts, and the order is told of', () => {
  const known = {
    ...KNOWN,
    exchange: () => ({
      toCompany: (total: number, code: string | null, at: number) => (code === 'EUR' && at === 7 ? total * 100 : null),
      rateAt: () => null,
    }),
  }
  const shipments = [
    shipmentOf({ id: 's', line: 'l1', product: 'oven', quantity: 1_000, sum: 100_00, date: '2026-03-31' }),
  ]
  const order = orderOf({ lines: LINES, shipments, currency: 'EUR', date: 7 })
  expect(told(order, known)).toMatchObject([{ sum: 10_000_00, cost: 8_001_00, quantity: 1_000, unrated: 0 }])
  expect(told({ ...order, date: 8 }, known)).toMatchObject([{ sum: 0, cost: 0, quantity: 1_000, unrated: 1 }])
})
