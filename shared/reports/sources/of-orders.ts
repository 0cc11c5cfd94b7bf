import type { Order } from '../../orders/collections.ts'
import type { Standing } from '../../orders/moves/moves.ts'
import { dayNumber } from '../facts/days.ts'
import type { Known } from './known.ts'

/** An order's keys of the dimensions of orders. */
export function keysOf(order: Order, { kind }: Pick<Standing, 'kind'>): readonly (string | null)[] {
  const { customer, responsible, department, organisation, project, source, sort } = order
  return [customer, responsible, department, organisation, project, source, sort, kind]
}

/** The day on which something was done, of a paper or of its moment. */
export function dayOf({ day, at }: { readonly day: string | null; readonly at: number | null }, known: Known) {
  return dayNumber(day ?? (at === null ? null : known.dayOf(at)))
}

/** Turns an order's sums into the company's currency; without a rate each is nothing, and `unrated` is 1 (company/SPEC S3). */
export function ratedOf(order: Pick<Order, 'date' | 'madeAt' | 'currency'>, known: Known) {
  const { toCompany } = known.exchange()
  const at = order.date ?? order.madeAt
  const unrated = toCompany(1, order.currency, at) === null ? 1 : 0
  return { unrated, rated: (sum: number) => toCompany(sum, order.currency, at) ?? 0 }
}
