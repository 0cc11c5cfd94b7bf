import type { Counterparty } from '../counterparties/collections.ts'
import type { Customer } from '../customers/collections.ts'
import type { Around } from '../filters/filter.ts'
import type { BelowOf } from '../filters/widen.ts'
import type { Said } from '../mailings/consent.ts'
import type { Way } from '../messages/collections.ts'
import type { Known } from '../reports/sources/known.ts'
import type { FactSource } from './criteria/figures.ts'
import type { ByCustomer } from './facts/by-customer.ts'

/** What segments are found out by: a device and an agent have it each in their way. */
export interface SegmentGround {
  around(): Around
  /** Customers that stand by themselves: neither removed nor merged into another. */
  customers(): Iterable<Customer>
  customer(id: string): Customer | null
  /** The customer that an id means. */
  meant(id: string): string
  /** The ids of those that mean a customer, its own among them. */
  idsOf(customer: string): readonly string[]
  /** The facts of a source, made when they are asked for first. */
  facts(source: FactSource): ByCustomer
  readonly product: Known['product']
  readonly below: BelowOf
  /** What was said of mailings to an address or number, by way and that in its normal form. */
  consent(way: Way, to: string): Said | null
  /** What an outside service says of an INN. */
  counterparty(inn: string): Counterparty | null
  /** Whose numbers those without a code are, ISO 3166-1; null: not said. */
  country(): string | null
  /** Whether a record that a criterion names is here, and not removed. */
  isHere(collection: string, id: string): boolean
}
