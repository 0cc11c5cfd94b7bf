import { expect, test } from 'vitest'
import { Failure } from '../../errors.ts'
import { type FunnelOrder, funnelReport, openFunnel } from '../index.ts'
import { columnsOf, DAY_ONE, HOUR, optionsOf, orderOf, type Step } from '../testing/order.ts'
import { FunnelColumns } from './columns.ts'

const STATES = ['measure', 'design', 'offer']

/** The order's first `length` moves, one an hour. */
function grown(order: FunnelOrder, length: number): FunnelOrder {
  const steps = Array.from({ length }, (_, i): Step => [STATES[i % 3] ?? '', i])
  return { ...orderOf(steps), id: order.id, total: order.total }
}

test('orders that grow, come and go leave the report as if they had come at once, and no heap of old moves', () => {
  const first = Array.from({ length: 800 }, (_, i) => orderOf([], { total: i }))
  const columns = columnsOf(first)
  const open = openFunnel(columns, optionsOf(), 0)
  for (let length = 1; length <= 24; length++) for (const order of first) columns.put(grown(order, length))
  for (const order of first.slice(0, 300)) columns.remove(order.id)
  const late = Array.from({ length: 300 }, () => orderOf([['offer', 1]]))
  for (const order of late) columns.put(order)
  const present = [...first.slice(300).map((order) => grown(order, 24)), ...late]
  const anew = funnelReport(columnsOf(present), optionsOf(), 0)
  expect(funnelReport(columns, optionsOf(), 0)).toEqual(anew)
  expect(open.read(0)).toEqual(anew)
  expect(columns.count).toBe(800)
  expect(columns.size).toBe(800)
  expect(columns.moves.times.length).toBeLessThan(3 * 800 * 26)
})

test('orders that are removed for others leave their room to them', () => {
  const columns = columnsOf(Array.from({ length: 100 }, () => grown(orderOf([]), 10)))
  for (let i = 0; i < 5000; i++) {
    columns.remove(columns.idOf(i % 100) ?? '')
    columns.put(grown(orderOf([]), 10))
  }
  expect(columns.size).toBe(100)
  expect(columns.moves.times.length).toBeLessThan(10_000)
})

test('an index is the order’s own until it is removed', () => {
  const [one, two] = [orderOf([['measure', 0]]), orderOf([['measure', 0]])]
  const columns = columnsOf([one, two])
  const index = columns.indexOf(one.id) ?? -1
  columns.put(grown(one, 9))
  expect(columns.indexOf(one.id)).toBe(index)
  expect(columns.idOf(index)).toBe(one.id)
  columns.remove(one.id)
  columns.remove(one.id)
  expect(columns.indexOf(one.id)).toBeUndefined()
  expect([columns.count, columns.isLive(index)]).toEqual([1, false])
})

test('moves are put in order of time, then id, however they come', () => {
  const order = orderOf([
    ['offer', 5],
    ['measure', 1],
    ['design', 3],
  ])
  const columns = columnsOf([order])
  expect([...columns.moves.times.subarray(0, 3)]).toEqual([1, 3, 5].map((hour) => DAY_ONE + hour * HOUR))
})

test('a watcher is told until it has enough', () => {
  const columns = new FunnelColumns()
  const told: string[] = []
  const stop = columns.watch({ leave: (i) => told.push(`leave ${i}`), enter: (i) => told.push(`enter ${i}`) })
  const order = orderOf([['measure', 0]])
  columns.put(order)
  columns.put(order)
  columns.remove(order.id)
  stop()
  columns.put(order)
  expect(told).toEqual(['enter 0', 'leave 0', 'enter 0', 'leave 0'])
})

test('the kinds that moves name are known with the sort of their orders; those that are only asked for are not', () => {
  const columns = columnsOf([orderOf([['measure', 0, { kind: 'gone' }]], { sort: 'customer' })])
  funnelReport(columns, optionsOf(), 0)
  expect([...columns.kindsSeen()]).toEqual([['gone', 'customer']])
})

test.each([
  ['total', { total: 10.5 }],
  ['total', { total: Number.NaN }],
  ['date', { date: Number.POSITIVE_INFINITY }],
  ['moves.at', { moves: orderOf([['measure', 0, { at: 2 ** 52 }]]).moves }],
])('an order with a %s that cannot be counted is refused, and what was there stays', (field, wrong) => {
  const order = orderOf([['measure', 0]])
  const columns = columnsOf([order])
  const open = openFunnel(columns, optionsOf(), 0)
  const before = open.read(0)
  expect(() => columns.put({ ...order, ...wrong })).toThrow(Failure)
  expect(() => columns.put({ ...order, ...wrong })).toThrow(field)
  expect(open.read(0)).toEqual(before)
})
