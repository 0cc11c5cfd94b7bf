import { join } from 'node:path'
import Database from 'better-sqlite3'
import { STORAGE_FILE } from '../../sync-server/storage/sqlite/database.ts'

/** Bytes in the storage of a server that is stopped, and what a bad disk makes of them. */
export interface Bytes {
  /** Asks for them by the end of the document's name. */
  readonly find: string
  /** Puts them back, by the same. */
  readonly put: string
  readonly spoilt: (bytes: Buffer) => Buffer
}

/** The first half of what was journalled last of a document that has no snapshot. */
export const HALVED: Bytes = {
  find: 'SELECT "update" FROM journal WHERE document LIKE ? ORDER BY number DESC LIMIT 1',
  put: 'UPDATE journal SET "update" = ? WHERE document LIKE ?',
  spoilt: (bytes) => bytes.subarray(0, bytes.length / 2),
}

/** Bit 0 of the middle byte of a document's snapshot is another. */
export const FLIPPED: Bytes = {
  find: 'SELECT state FROM snapshots WHERE document LIKE ?',
  put: 'UPDATE snapshots SET state = ? WHERE document LIKE ?',
  spoilt(bytes) {
    const flipped = Buffer.from(bytes)
    const at = bytes.length >> 1
    flipped[at] = (bytes[at] ?? 0) ^ 1
    return flipped
  },
}

/** Changes bytes of a document beside the storage, as a bad disk does; false where there are none. */
export function spoilIn(folder: string, document: string, { find, put, spoilt }: Bytes): boolean {
  const database = new Database(join(folder, STORAGE_FILE))
  const there = database.prepare<[string], Buffer>(find).pluck().get(`%${document}`)
  if (there) database.prepare(put).run(spoilt(there), `%${document}`)
  database.close()
  return there !== undefined
}
