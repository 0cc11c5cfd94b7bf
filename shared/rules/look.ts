import { COMPANY, company } from '../company/collections.ts'
import { type Customer, customers } from '../customers/collections.ts'
import { followed } from '../customers/merging/followed.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'

/** Finds what stands around an order. */
export interface Look {
  /** Null: it is not here. */
  find<C extends Collection>(collection: C, id: string): Row<C> | null
  all<C extends Collection>(collection: C): Iterable<Row<C>>
}

const UTC = 'UTC'

/** IANA zone of the company's days. */
export function zoneOf(look: Look): string {
  return look.find(company, COMPANY)?.zone ?? UTC
}

/** The customer that an id means, which may be another one that it was merged into. */
export function customerOf(look: Look, id: string | null): Customer | null {
  if (id === null) return null
  return look.find(
    customers,
    followed(id, (one) => look.find(customers, one)?.mergedInto),
  )
}
