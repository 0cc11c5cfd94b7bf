import type { Row } from '../records/declarations/collection.ts'
import type { counterparties, FINDING_TROUBLES } from './collections.ts'

/** What a service says of a company; what it does not say is null. */
export type Facts = Pick<
  Row<typeof counterparties>,
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'name'
  | 'fullName'
  | 'address'
  | 'head'
  | 'headPost'
  | 'state'
  | 'registered'
  | 'ended'
  | 'capital'
  | 'activity'
  | 'branches'
  | 'actual'
>

export type FindingTrouble = (typeof FINDING_TROUBLES)[number]

/** What came of asking for an INN. `said`: the service's own words, for people who look into it; empty: none. */
export type Finding =
  | { readonly is: 'found'; readonly facts: Facts; readonly source: string }
  | { readonly is: 'unknown'; readonly source: string }
  | { readonly is: 'failed'; readonly trouble: FindingTrouble; readonly said: string }
