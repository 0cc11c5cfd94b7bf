import * as Y from 'yjs'
import { COLLECTIONS } from '../../../shared/collections.ts'
import type { Sort } from '../../../shared/orders/collections.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { parsePack } from '../../../shared/records/declarations/pack.ts'
import { replicaOf, timeOf } from '../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { AuditRow, JournalRow, NumberWish } from '../../../sync-server/storage/storage.ts'

/** An update that changes nothing: what was written is stored in one piece, behind the rows that tell who wrote it. */
const NOTHING = Uint8Array.of(0, 0)

/** The journal's rows of a document, as of so many devices as wrote it, with every write in the trail, the earliest first. */
export function rowsOf(document: string, family: string, doc: Y.Doc): JournalRow[] {
  const sets = Object.values<Collection>(COLLECTIONS)
    .filter((one) => one.family === family)
    .map((one) => new RecordSet<Collection>(doc, one))
  const rows = sets.flatMap((set) => [...set.ids()].flatMap((id) => rowsOfLines(document, linesOf(set, id))))
  return rows.sort((a, b) => a.at - b.at)
}

/** As `rowsOf` of packed orders, with the orders as created alone. */
export function rowsOfPacked(document: string, doc: Y.Doc): JournalRow[] {
  return [...doc.getMap('orders').entries()].flatMap(([record, text]) => {
    const creation = parsePack(text)?.creation
    if (!creation) return []
    return rowsOfLines(document, [
      { collection: 'orders', record, path: '', stamp: creation.stamp, value: creation.json },
    ])
  })
}

function rowsOfLines(document: string, lines: readonly AuditRow[]): JournalRow[] {
  const byReplica = Map.groupBy(lines, ({ stamp }) => replicaOf(stamp))
  return [...byReplica].map(([replica, audit]) => {
    const at = Math.max(...audit.map(({ stamp }) => timeOf(stamp)))
    return { document, user: `user-${replica}`, replica, at, update: NOTHING, audit }
  })
}

function linesOf(set: RecordSet<Collection>, record: string): AuditRow[] {
  const of = { collection: set.collection.name, record }
  const { creation, byPath } = set.writes(record)
  const written = [...byPath].flatMap(([path, writes]) =>
    writes.map(({ stamp, json }) => ({ ...of, path, stamp, value: json })),
  )
  return creation ? [{ ...of, path: '', stamp: creation.stamp, value: creation.json }, ...written] : written
}

/** The numbers that orders among the rows came with. */
export function numbersOf(rows: readonly JournalRow[], year: number): NumberWish[] {
  const created = rows.flatMap(({ audit }) => audit.filter(({ collection, path }) => collection === 'orders' && !path))
  return created.map(({ record, value }) => {
    const { sort, number } = JSON.parse(value) as { readonly sort: Sort; readonly number: string }
    return { order: record, sort, year, imported: number }
  })
}

export function stateOf(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc)
}
