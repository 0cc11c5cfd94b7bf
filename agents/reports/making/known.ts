import { COLLECTIONS } from '../../../shared/collections.ts'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { exchangeOf } from '../../../shared/company/rates.ts'
import { customersMeant } from '../../../shared/customers/merging/meant.ts'
import { products } from '../../../shared/goods/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { kinds, states } from '../../../shared/orders/collections.ts'
import { statesOf } from '../../../shared/orders/moves/moves.ts'
import { NAMED_BY } from '../../../shared/reports/named-by.ts'
import type { Known } from '../../../shared/reports/sources/known.ts'
import { dayAt, localAt } from '../../../shared/time/days.ts'
import type { Replica } from '../../runtime/replica.ts'

/** What is read of all records beforehand. */
export interface Gathered {
  /** What orders are called. */
  readonly called: ReadonlyMap<string, string>
  /** The last days to pay of orders' invoices. */
  readonly lastDays: ReadonlyMap<string, readonly number[]>
  /** The segments of each customer that is in any. */
  readonly segments: ReadonlyMap<string, readonly string[]>
}

/** For who asks nothing of these. */
export const NOTHING_GATHERED: Gathered = { called: new Map(), lastDays: new Map(), segments: new Map() }

/** What reports ask of records, as the replica has them, and as was gathered of orders and invoices. */
export function knownTo(replica: Replica, find: Find, zone: string, { called, lastDays, segments }: Gathered): Known {
  const exchange = exchangeOf(find(company, COMPANY), replica.rows(currencies))
  return {
    exchange: () => exchange,
    dayOf: (at) => dayAt(at, zone),
    hourOf: (at) => localAt(at, zone).hour,
    customer: (id) => customersMeant(find, id)[0]?.id ?? id,
    segments: () => (customer) => segments.get(customer) ?? [],
    product: (id) => find(products, id),
    daysIn: (state) => find(states, state)?.days ?? null,
    firstState: (kind) => statesOf(find(kinds, kind) ?? { states: [] })[0] ?? null,
    lastDays: (order) => lastDays.get(order) ?? [],
    name: (dimension, key) => (dimension === 'order' ? (called.get(key) ?? null) : nameOf(find, dimension, key)),
  }
}

function nameOf(find: Find, dimension: string, key: string): string | null {
  const collection = NAMED_BY[dimension]
  const row = (collection ? find(COLLECTIONS[collection], key) : null) as { readonly name?: unknown } | null
  return typeof row?.name === 'string' ? row.name : null
}
