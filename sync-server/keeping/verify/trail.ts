import type Database from 'better-sqlite3'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { replicaOf } from '../../../shared/records/keys/stamp.ts'
import { Known } from '../../../shared/records/packing/bringing.ts'
import type { Writes } from '../../../shared/records/reading/merge.ts'
import type { StoredCopy } from '../reading.ts'
import type { Problem } from './problem.ts'
import type { References } from './references.ts'

interface Trailed {
  readonly document: string
  readonly path: string
  readonly stamp: string
  readonly value: string
}

interface Named {
  readonly collection: string
  readonly record: string
}

/** The trail beside the documents. It is read by record: that an index leads to, and a document is nothing of which it has one. */
export class TrailBeside {
  readonly #lines: Database.Statement<[string, string], Trailed>
  readonly #records: Database.Statement<[], Named>

  constructor(database: Database.Database) {
    this.#lines = database.prepare(
      'SELECT document, path, stamp, value FROM audit WHERE collection = ? AND record = ? ORDER BY stamp, path',
    )
    this.#records = database.prepare('SELECT DISTINCT collection, record FROM audit ORDER BY collection, record')
  }

  /**
   * Writes to the records of a document that one of both has alone: such as stand in the trail, and the document does not
   * know (records/SPEC R19), and such as stand in the document.
   */
  *different({ name, doc, sets }: StoredCopy): Generator<Problem> {
    for (const set of sets) {
      const collection = set.collection.name
      const known = new Known(doc.getMap(collection))
      for (const record of set.ids()) {
        const of = { document: name, collection, record }
        const lines = this.#lines.all(collection, record)
        for (const line of lines) if (!known.has(keptText(of, line))) yield { what: 'lost', ...of, field: line.path }
        const told = new Set(lines.map(({ path, stamp }) => `${path} ${stamp}`))
        for (const { path, stamp } of writesIn(set.writes(record)))
          if (!told.has(`${path} ${stamp}`)) yield { what: 'untrailed', ...of, field: path }
      }
    }
  }

  /** Writes to records of which no document knows anything; of the damaged ones nothing is said. */
  *ofNone(documents: Pick<References, 'knows'>, damaged: ReadonlySet<string>): Generator<Problem> {
    for (const { collection, record } of this.#records.iterate()) {
      if (documents.knows(collection, record)) continue
      for (const { document, path } of this.#lines.all(collection, record))
        if (!damaged.has(document)) yield { what: 'lost', document, collection, record, field: path }
    }
  }
}

function keptText({ collection, record }: Named, { path, stamp, value }: Trailed) {
  const text = path === '' ? `${stamp} 1 ${value}` : `${stamp} ${value}`
  return { collection, key: formatKey(record, path, replicaOf(stamp)), text }
}

function writesIn({ creation, byPath }: Writes): { readonly path: string; readonly stamp: string }[] {
  const written = [...byPath].flatMap(([path, writes]) => writes.map(({ stamp }) => ({ path, stamp })))
  return creation ? [{ path: '', stamp: creation.stamp }, ...written] : written
}
