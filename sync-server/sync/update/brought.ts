import type { Key } from '../../../shared/records/key.ts'
import type { Json } from '../../../shared/records/value.ts'

/** A write that an update brings, read. */
export interface Brought {
  readonly collection: string
  readonly key: Key
  readonly stamp: string
  readonly json: string
  readonly value: Json
}
