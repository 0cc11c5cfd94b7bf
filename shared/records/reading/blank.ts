import type { Collection, Row } from '../declarations/collection.ts'
import { readRow } from './row.ts'
import { Values } from './values.ts'

/** A row of a record that nobody made, with these values: what is asked of records can be asked of it. */
export function blankRow<C extends Collection>(collection: C, values: Partial<Row<C>> = {}): Row<C> {
  const creation = { stamp: '', version: collection.version, json: '{}', values: {} }
  const writes = { creation, byPath: new Map(), odd: [] }
  const row = readRow(collection, '', { writes, values: new Values(writes) })
  if (row === null) throw new TypeError('A record that was created reads as none')
  return { ...row, ...values }
}
