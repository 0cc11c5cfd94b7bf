import type { Order } from '../../../shared/orders/collections.ts'
import { type Rows, rowsOf } from './reading.ts'

/** Numbers begin anew with the year of the company that has said nothing about its zone. */
const YEAR = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Moscow', year: 'numeric' })

/** What is wrong with the numbers of orders: each has one, and no two of a sort and year have the same. */
export function wrongNumbers(rows: Rows): readonly string[] {
  const orders = rowsOf<Order>(rows, 'orders')
  const without = orders.filter(({ number }) => number === null).map(({ id }) => `${id} has no number`)
  const byNumber = Map.groupBy(orders, ({ sort, number, date }) => `${sort} ${YEAR.format(date ?? 0)} ${number}`)
  const twice = [...byNumber].filter(([, all]) => all.length > 1)
  return [...without, ...twice.map(([number, all]) => `${number} stands on ${all.map(({ id }) => id).join(' and ')}`)]
}
