import type { Order } from '../orders/collections.ts'
import { sumOf } from '../orders/sums/exact.ts'
import { owingOf } from './movements.ts'
import type { Moving } from './types.ts'

/** What stands between us and one customer in one currency, minor units of it. */
export interface Debt {
  /** Null for orders without a customer. */
  readonly customer: string | null
  /** ISO 4217; null is the company's own. */
  readonly currency: string | null
  /** «Продажи на». */
  readonly sold: number
  readonly paid: number
  /** «Должны нам»: over the orders for which more was sold than paid. */
  readonly toUs: number
  /** «Мы должны»: over those for which more was paid than sold. */
  readonly byUs: number
}

type Owing = Moving & Pick<Order, 'customer' | 'currency'>

/** Debts of all orders, a customer and currency each (SPEC M10). Of merged customers `followed` tells the one that stays. */
export function debtsOf(orders: Iterable<Owing>, followed: (customer: string) => string = (id) => id): readonly Debt[] {
  const groups = Map.groupBy(orders, ({ customer, currency }) =>
    JSON.stringify([customer === null ? null : followed(customer), currency]),
  )
  return [...groups].map(([key, all]) => {
    const [customer = null, currency = null] = JSON.parse(key) as (string | null)[]
    return { customer, currency, ...debtOf(all) }
  })
}

function debtOf(orders: readonly Owing[]): Pick<Debt, 'sold' | 'paid' | 'toUs' | 'byUs'> {
  const all = orders.map(owingOf)
  return {
    sold: sumOf(all.map(({ sold }) => sold)),
    paid: sumOf(all.map(({ paid }) => paid)),
    toUs: sumOf(all.map(({ owed }) => Math.max(0, owed))),
    byUs: sumOf(all.map(({ owed }) => Math.max(0, -owed))),
  }
}
