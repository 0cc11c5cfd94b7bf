import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Item, isHead } from '../query.ts'
import { grouped, totalsOf } from './groups.ts'

const HEADS = { collection: 'orders', sort: [], zone: 'Europe/Moscow', isClosed: () => true } as const
const order = (id: string, source: string | null, companyTotal: number, completed = false): Item => ({
  id,
  source,
  completed,
  companyTotal,
})

test('the head of a group has the sums of its own records, in the company’s currency, closed or not', () => {
  const orders = [order('a', 'сайт', 100_50), order('b', 'звонок', 7), order('c', 'сайт', 200), order('d', null, 1)]
  const sums = grouped(orders, { ...HEADS, group: ['source'] }).map((row) =>
    isHead(row) ? [row.group, row.count, row.totals.total] : row.id,
  )
  expect(sums).toEqual([
    ['звонок', 1, 7],
    ['сайт', 2, 100_50 + 200],
    [null, 1, 1],
  ])
})

test('the sums of inner groups make up those of the outer, and these the sum of the list', () => {
  const some = fc.record({
    source: fc.constantFrom('сайт', 'звонок', null),
    completed: fc.boolean(),
    sum: fc.integer({ min: 0, max: 1_000_000_00 }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (all) => {
      const orders = all.map(({ source, sum, completed }, i) => order(String(i), source, sum, completed))
      const rows = grouped(orders, { ...HEADS, isClosed: () => false, group: ['source', 'completed'] })
      const sumAt = (level: number) =>
        rows.reduce((sum, row) => sum + (isHead(row) && row.level === level ? (row.totals.total ?? 0) : 0), 0)
      const whole = all.reduce((total, { sum }) => total + sum, 0)
      expect([totalsOf('orders', orders).total, sumAt(0), sumAt(1)]).toEqual([whole, whole, whole])
    }),
  )
})
