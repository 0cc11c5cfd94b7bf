import type Database from 'better-sqlite3'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { replicaOf } from '../../../shared/records/keys/stamp.ts'
import { Known } from '../../../shared/records/packing/bringing.ts'
import type { StoredCopy } from '../reading.ts'
import type { Problem } from './problem.ts'

interface Trailed {
  readonly collection: string
  readonly record: string
  readonly path: string
  readonly stamp: string
  readonly value: string
}

/** Writes that stand in the trail and that their document does not know (records/SPEC R19). */
export function lostWrites(database: Database.Database, { name, doc }: StoredCopy): Problem[] {
  const rows = database.prepare<[string], Trailed>(
    'SELECT collection, record, path, stamp, value FROM audit WHERE document = ?',
  )
  const known = new Map<string, Known>()
  const problems: Problem[] = []
  for (const { collection, record, path, stamp, value } of rows.iterate(name)) {
    const there = known.get(collection) ?? new Known(doc.getMap(collection))
    known.set(collection, there)
    const text = path === '' ? `${stamp} 1 ${value}` : `${stamp} ${value}`
    if (!there.has({ collection, key: formatKey(record, path, replicaOf(stamp)), text }))
      problems.push({ what: 'lost', document: name, collection, record, field: path })
  }
  return problems
}

/** Writes that stand in a document and that the trail has nothing of. */
export function untrailedWrites(database: Database.Database, { name, sets }: StoredCopy): Problem[] {
  const trailed = database
    .prepare<[string, string], string>("SELECT path || ' ' || stamp FROM audit WHERE collection = ? AND record = ?")
    .pluck()
  const problems: Problem[] = []
  for (const set of sets) {
    const collection = set.collection.name
    for (const id of set.ids()) {
      const { creation, byPath } = set.writes(id)
      const written = [...byPath].flatMap(([path, writes]) => writes.map(({ stamp }) => ({ path, stamp })))
      const all = creation ? [{ path: '', stamp: creation.stamp }, ...written] : written
      const known = new Set(trailed.all(collection, id))
      for (const { path, stamp } of all)
        if (!known.has(`${path} ${stamp}`))
          problems.push({ what: 'untrailed', document: name, collection, record: id, field: path })
    }
  }
  return problems
}
