import type { CollectionName } from '../../../../shared/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { Wrote } from '../../../../shared/records/reading/history.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import type { Item } from '../item.ts'

export interface RecordQuery {
  readonly what: 'record'
  readonly collection: CollectionName
  readonly id: string
}

/** What this device knows of a record's history: the last write of each replica to each path, in its document. */
export interface HistoryQuery {
  readonly what: 'history'
  readonly collection: CollectionName
  readonly id: string
}

export interface RecordAnswer {
  readonly what: 'record'
  readonly row: JsonObject | null
  /** Derived values, as in lists. */
  readonly item: Item | null
  /** Values that were overwritten by somebody who had not seen them: to be decided. */
  readonly apart: readonly Parted[]
}

/** A write as this device has it. */
export interface KnownWrite extends Wrote {
  /** The server has not said yet that it has it. */
  readonly isUnsent: boolean
}

export interface HistoryAnswer {
  readonly what: 'history'
  /** In no order; none while the record's document is on its way. */
  readonly writes: readonly KnownWrite[]
}
