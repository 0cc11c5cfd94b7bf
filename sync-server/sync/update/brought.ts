import type { Json } from '../../../shared/records/declarations/value.ts'
import type { Key } from '../../../shared/records/keys/key.ts'

/** A write that an update brings, read. */
export interface Brought {
  readonly collection: string
  readonly key: Key
  readonly stamp: string
  readonly json: string
  readonly value: Json
}
