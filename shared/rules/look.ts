import { COMPANY, company } from '../company/collections.ts'
import type { Customer } from '../customers/collections.ts'
import { customerMeant } from '../customers/merging/meant.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'

/** Tells of segments (segments/SPEC SG12). */
export interface SegmentsLook {
  /** The segments that a customer is in now. */
  of(customer: string): readonly string[]
  /** Whether a segment is here and can be checked. */
  isSound(segment: string): boolean
}

/** Finds what stands around an order. */
export interface Look {
  /** Null: it is not here. */
  find<C extends Collection>(collection: C, id: string): Row<C> | null
  all<C extends Collection>(collection: C): Iterable<Row<C>>
  /** Who is in segments; without it nobody is, and none can be checked. */
  readonly segments?: SegmentsLook
}

const UTC = 'UTC'

/** IANA zone of the company's days. */
export function zoneOf(look: Look): string {
  return look.find(company, COMPANY)?.zone ?? UTC
}

/** The customer that an id means, which may be another one that it was merged into. */
export function customerOf(look: Look, id: string | null): Customer | null {
  return customerMeant(look.find, id)
}
