import type { Json } from '../records/declarations/value.ts'

/** How a group joins its members: all of them hold, any of them, none of them. */
export const JOINS = ['and', 'or', 'not'] as const
export type Join = (typeof JOINS)[number]

/** What a row can say of a field; which of them fit a field follows from its type (comparisons.ts). */
export const COMPARISONS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'lacks',
  'more',
  'atLeast',
  'less',
  'atMost',
  'between',
  'during',
  'filled',
  'empty',
] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What a row compares with, in the form in which the field holds it; instants are compared with plain dates. */
export type FilterValue = string | number | boolean | null

/** One row: a field, a comparison, and what it compares with. */
export interface FilterRow {
  /** A field of the collection, or `reference.field` for one of the record that it refers to. */
  readonly field: string
  readonly is: Comparison
  readonly values: readonly FilterValue[]
  /** Switched off: it stands there and says nothing. */
  readonly off?: true
}

/** Rows and groups that are joined. */
export interface FilterGroup {
  readonly join: Join
  readonly of: readonly FilterNode[]
  readonly off?: true
}

export type FilterNode = FilterRow | FilterGroup

/** A filter as a whole: all of its nodes must hold. */
export type Filter = readonly FilterNode[]

/** Stands among values for whoever looks, wherever people are compared. */
export const ME = '@me'

/** Where and when a filter is read: what relative dates and `ME` mean. */
export interface Around {
  /** The person who looks, by id in `people`; null for an account without one. */
  readonly me: string | null
  /** IANA zone in which the company's days begin. */
  readonly zone: string
  /** The plain date of now in that zone. */
  readonly today: string
}

/** Reads a field of the record that is tried. */
export type Read = (field: string) => Json | undefined

export function isGroup(node: FilterNode): node is FilterGroup {
  return 'join' in node
}

/** The rows of a filter, at any depth. */
export function rowsOf(filter: Filter): FilterRow[] {
  return filter.flatMap((node) => (isGroup(node) ? rowsOf(node.of) : [node]))
}
