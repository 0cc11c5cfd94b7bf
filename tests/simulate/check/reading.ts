import { COLLECTIONS } from '../../../shared/collections.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { idInKey } from '../../../shared/records/keys/key.ts'
import { referenceRow } from '../../../shared/records/simulation/world/reference.ts'
import type { Stored } from '../server/protocol.ts'
import { docOf } from '../stored.ts'

/** The texts of a record by key, as a document holds them. */
type Texts = Map<string, unknown>

/** Records by `<collection> <id>`, each as it reads. */
export type Rows = ReadonlyMap<string, JsonObject>

/** What the texts of a company's documents read as, by the plain second reading. The shelves are the server's own. */
export function readDocuments(documents: readonly Stored[]): Rows {
  const rows = new Map<string, JsonObject>()
  for (const stored of documents) {
    const doc = docOf(stored)
    const family = stored.name.split('/')[0]
    for (const collection of Object.values<Collection>(COLLECTIONS)) {
      if (collection.family !== family || family === 'shelves') continue
      for (const [id, texts] of byRecord(doc.getMap(collection.name))) put(rows, collection, id, texts)
    }
  }
  return rows
}

/** Reads a record of texts into the rows, where it is one. */
export function put(rows: Map<string, JsonObject>, collection: Collection, id: string, texts: Texts): void {
  const row = referenceRow(collection, id, texts)
  if (row) rows.set(`${collection.name} ${id}`, row)
}

/** The records of one collection. */
export function rowsOf<R = JsonObject>(rows: Rows, collection: string): R[] {
  return [...rows].flatMap(([name, row]) => (name.startsWith(`${collection} `) ? [row as R] : []))
}

function byRecord(map: { entries(): Iterable<[string, unknown]> }): Map<string, Texts> {
  const records = new Map<string, Texts>()
  for (const [key, text] of map.entries()) {
    const id = idInKey(key)
    const texts = records.get(id) ?? new Map<string, unknown>()
    records.set(id, texts.set(key, text))
  }
  return records
}
