import type { CollectionName } from '../../../shared/collections.ts'
import type { Customer } from '../../../shared/customers/collections.ts'
import type { Order } from '../../../shared/orders/collections.ts'
import type { Lookup } from '../../../shared/orders/order-item.ts'
import type { PlanRow } from '../../../shared/plans/collections.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { Tally } from './rules/tallies.ts'
import type { AnyRow } from './standing-rows.ts'

/** Every record of this device's documents, for what is made of them: items, settings, what is found by what it names. */
export interface StandingRecords extends Lookup {
  row(collection: CollectionName, id: string | null): AnyRow | null
  /** A record, as its declaration types it; null where it is not here. */
  typed<C extends Collection>(collection: C, id: string | null): Row<C> | null
  all<C extends Collection>(collection: C): Iterable<Row<C>>
  name(collection: CollectionName, id: string | null): string | null
  /** What came of a rule. */
  tallyOf(rule: string): Tally
  /** Whether a number is among those that are not handled. */
  ignores(number: string | null): boolean
  order(id: string): Order | null
  /** The rows of a plan, removed or not, in no order. */
  rowsOfPlan(plan: string): PlanRow[]
  /** The people at the customer that an id means, those of customers merged into it among them. */
  contactsAt(customer: string | null): Customer['contacts']
}
