import { expect, test } from 'vitest'
import { completing, lineOf, moveOf, paymentOf, shipmentOf } from '../../../movements/testing/order.ts'
import type { Order } from '../../../orders/collections.ts'
import { DAY_MS } from '../../../time/days.ts'
import type { Dimension, Measure } from '../../ask.ts'
import { FactColumns } from '../../facts/columns.ts'
import { reportOf } from '../../report.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import { orderOf, told } from '../../testing/order.ts'
import type { Source } from '../source.ts'
import { LOSSES } from './losses.ts'
import { ORDERS } from './orders.ts'

const LINES = [lineOf({ id: 'l1', quantity: 2_000, price: 50_00 })]
const [FIRST, LATER] = [
  moveOf({ id: 'first', at: 0 }),
  moveOf({ id: 'later', state: 'made', at: DAY_MS, follows: ['first'] }),
]

/** Figures of orders looked at so many days after the first was made. */
function figures(
  orders: readonly Partial<Order>[],
  days: number,
  rows: readonly Dimension[],
  measures: readonly Measure[],
) {
  const source = ORDERS as Source
  const columns = new FactColumns(source)
  for (const [at, order] of orders.entries()) columns.put(`o${at}`, ORDERS.factsOf(orderOf(order), KNOWN))
  const ask = { source: 'orders', rows, columns: null, measures, from: null, until: null, compare: null } as const
  const ground = { source, columns, known: KNOWN, now: days * DAY_MS, passes: null }
  const { rows: all, total } = reportOf(ground, { ...ask, filter: [], search: '' })
  return [...all, total].map((row) => [...row.keys, ...row.figures.map((one) => one[0])])
}

test('RP12: an order is a fact of its date, with what is paid and still to be paid of it', () => {
  const payments = [paymentOf({ id: 'p', sum: 30_00 })]
  const order = orderOf({ lines: LINES, moves: [FIRST], payments, date: Date.UTC(2026, 2, 1) })
  expect(told(ORDERS as Source, order, KNOWN)).toMatchObject([
    {
      day: '2026-03-01',
      state: 'new',
      kind: 'kitchens',
      sum: 100_00,
      paid: 30_00,
      owed: 70_00,
      isOpen: 1,
      isUnshipped: 1,
    },
  ])
  const other = told(ORDERS as Source, { ...order, posted: false }, KNOWN)
  expect(other).toMatchObject([{ sum: 100_00, paid: 0, owed: 0, isUnshipped: 0 }])
})

test('RP13: too long stands what lists say stands too long: behind the days of its state, while it is open', () => {
  const orders = [{ moves: [FIRST] }, { moves: [FIRST, LATER] }, { moves: [FIRST, completing('success')] }]
  const at = (days: number) => figures(orders, days, ['standing'], ['count', 'standing', 'days'])
  expect(at(3)).toEqual([
    ['inTime', 2, 0, 2_50],
    [null, 1, 0, null],
    [3, 0, 2_50],
  ])
  expect(at(3.1)).toEqual([
    ['inTime', 1, 0, 2_10],
    ['tooLong', 1, 1, 3_10],
    [null, 1, 0, null],
    [3, 1, 2_60],
  ])
})

test('RP13: late is a shipment whose day has passed and of which something is left', () => {
  const shipments = [shipmentOf({ id: 's', line: 'l1', quantity: 1_000 })]
  const all = [{ ...shipments[0], quantity: 2_000 }] as typeof shipments
  const order = { lines: LINES, moves: [FIRST], shipment: '1970-01-03' }
  const orders = [order, { ...order, shipments }, { ...order, shipments: all }, { ...order, shipment: null }]
  const at = (days: number) => figures(orders, days, ['shipping'], ['count', 'late'])
  expect(at(2)).toEqual([
    ['inTime', 3, 0],
    ['none', 1, 0],
    [4, 0],
  ])
  expect(at(3)).toEqual([
    ['inTime', 1, 0],
    ['late', 2, 2],
    ['none', 1, 0],
    [4, 2],
  ])
})

/** The keys of a report of losses by state over one order. */
function statesOfLoss(order: Partial<Order>) {
  const columns = new FactColumns(LOSSES)
  columns.put('o', LOSSES.factsOf(orderOf(order), KNOWN))
  const ask = {
    source: 'losses',
    rows: ['state'],
    columns: null,
    measures: ['count'],
    from: null,
    until: null,
  } as const
  const ground = { source: LOSSES as Source, columns, known: KNOWN, now: 0, passes: null }
  const { rows, total } = reportOf(ground, { ...ask, compare: null, filter: [], search: '' })
  return [...rows, total].map(({ keys }) => keys)
}

test('RP14: a loss is told by the day and reason of its cancelling, and the state that it was cancelled from', () => {
  const cancelled = { ...completing('cancelled', 2 * DAY_MS), reason: 'price' }
  const loss = (values: Partial<Order>) => told(LOSSES as Source, orderOf({ lines: LINES, ...values }), KNOWN)
  const moves = [FIRST, LATER, { ...cancelled, follows: ['later'] }]
  expect(loss({ moves })).toMatchObject([
    { day: '1970-01-03', reason: 'price', state: 'made', kind: 'kitchens', sum: 100_00 },
  ])
  expect(statesOfLoss({ moves: [{ ...cancelled, follows: [] }] })).toEqual([['new'], []])
  expect(statesOfLoss({ moves })).toEqual([['made'], []])
  const undo = moveOf({ id: 'undo', state: 'made', at: 2 * DAY_MS + 1, follows: ['last'], undoes: 'last' })
  expect(loss({ moves: [...moves, undo] })).toEqual([])
  expect(loss({ moves: [...moves, { ...undo, undoes: null }] })).toEqual([])
  expect(loss({ moves: [FIRST] })).toEqual([])
})
