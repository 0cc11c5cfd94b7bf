import type { Exchange } from '../../company/rates.ts'
import type { Product } from '../../goods/collections.ts'

/** What reports ask of a company's records. */
export interface Known {
  exchange(): Exchange
  /** The plain date of an instant (ms) in the company's zone. */
  dayOf(at: number): string
  /** The hour that clocks show then in that zone, from 0 to 23. */
  hourOf(at: number): number
  /** The customer that an id means, which may be another one that it was merged into. */
  customer(id: string): string
  /** Tells the segments that a customer is in, by its id that is meant, as it is now. */
  segments(): (customer: string) => readonly string[]
  product(id: string): Pick<Product, 'category' | 'group'> | null
  /** After how many days an order stands too long in a state; null: never. */
  daysIn(state: string): number | null
  /** The first state of a kind of orders; null where the kind is not here. */
  firstState(kind: string): string | null
  /** The last days to pay of an order's invoices, days since 1970, the first first. */
  lastDays(order: string): readonly number[]
  /** The name of what a key names; null: the key is its own name, or what it names is not here. */
  name(dimension: string, key: string): string | null
}
