import type { BasisCollection } from '../../../../shared/basis/basis.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'

/** «Связанные документы»: the chain of what a record was made from, and what was made on its basis. */
export interface RelatedQuery {
  readonly what: 'related'
  readonly collection: BasisCollection
  readonly id: string
}

/** A record of the chain. */
export interface RelatedRow {
  readonly id: string
  readonly collection: BasisCollection
  /** As lists show it. */
  readonly item: JsonObject
  /** Steps away: below 0 what the record was made from, above 0 what was made from it. */
  readonly step: number
}

export interface RelatedAnswer {
  readonly what: 'related'
  /** What the record was made from, the first of all on top; then what was made from it, step by step, the latest first. */
  readonly rows: readonly RelatedRow[]
}
