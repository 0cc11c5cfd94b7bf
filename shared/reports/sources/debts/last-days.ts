import type { Invoice } from '../../../orders/invoices/collections.ts'
import { dayNumber } from '../../facts/days.ts'

/** The last days to pay of the invoices of each order, by their numbers, the first first; of removed ones none. */
export function lastDaysBy(invoices: Iterable<Pick<Invoice, 'gone' | 'order' | 'due'>>) {
  const days = new Map<string, number[]>()
  for (const { gone, order, due } of invoices) {
    const day = dayNumber(due)
    if (gone || order === null || day === null) continue
    const all = days.get(order) ?? []
    all.push(day)
    days.set(order, all)
  }
  for (const all of days.values()) all.sort((a, b) => a - b)
  return days as ReadonlyMap<string, readonly number[]>
}

/** What a customer owes without such an invoice is overdue behind so many days. */
const TERM = 30

/** The last day to pay what was owed since a day (SPEC RP43). */
export function lastDayOf(since: number, lastDays: readonly number[]): number {
  return lastDays.find((day) => day >= since) ?? lastDays.at(-1) ?? since + TERM
}
