import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'

interface Kept {
  readonly document: string
  readonly bytes: Buffer
  readonly crc: number
}

/** Names of the documents with bytes that are not what was written: a snapshot, or a row of the journal (sync/SPEC J15). */
export function damagedDocuments(database: Database.Database): string[] {
  const snapshots = database.prepare<[], Kept>('SELECT document, state AS bytes, crc FROM snapshots')
  const rows = database.prepare<[], Kept>('SELECT document, "update" AS bytes, crc FROM journal')
  const damaged = new Set<string>()
  for (const kept of [snapshots, rows]) {
    for (const { document, bytes, crc } of kept.iterate()) if (crc32(bytes) !== crc) damaged.add(document)
  }
  return [...damaged].sort()
}
