import { collectionNamed } from '../../../shared/collections.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { parseKey } from '../../../shared/records/keys/key.ts'
import type { AuditEntry } from '../../../sync-server/storage/storage.ts'
import type { Made } from '../ledger.ts'
import { put, type Rows } from './reading.ts'

/** The audit trail, by writes. */
export class Trail {
  readonly #entries: readonly AuditEntry[]
  readonly #writes = new Map<string, string>()

  constructor(entries: readonly AuditEntry[]) {
    this.#entries = entries
    for (const { collection, record, path, stamp, value } of entries)
      this.#writes.set(`${collection} ${record}/${path} ${stamp}`, value)
  }

  /** Whether a write stands in it as it was made. */
  has({ collection, key, text }: Pick<Made, 'collection' | 'key' | 'text'>): boolean {
    const { id = '', path = '' } = parseKey(key) ?? {}
    const [stamps = '', ...rest] = text.split(' ')
    const json = (path === '' ? rest.slice(1) : rest).join(' ')
    return this.#writes.get(`${collection} ${id}/${path} ${stamps.split(',')[0]}`) === json
  }

  /** What the company reads as by the trail alone, which nothing compacts and nothing packs. */
  rows(): Rows {
    const rows = new Map<string, JsonObject>()
    const byRecord = Map.groupBy(this.#entries, ({ collection, record }) => `${collection} ${record}`)
    for (const entries of byRecord.values()) {
      const [first] = entries
      const collection = first && collectionNamed(first.collection)
      if (collection) put(rows, collection, first.record, textsOf(entries))
    }
    return rows
  }
}

/** The last write of each replica to each path, under the key that it had. */
function textsOf(entries: readonly AuditEntry[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { record, path, stamp, value } of [...entries].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))) {
    const key = path === '' ? `${record}#${stamp.slice(12)}` : `${record}/${path}#${stamp.slice(12)}`
    texts.set(key, path === '' ? `${stamp} 1 ${value}` : `${stamp} ${value}`)
  }
  return texts
}
