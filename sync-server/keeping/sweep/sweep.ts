import { rmSync } from 'node:fs'
import { lookedAt } from '../database/looked-at.ts'
import { diskFailure } from '../disk.ts'
import { takeDatabase } from '../restore/in-database.ts'
import { lockOf } from '../restore/restore.ts'
import { type Looked, lookForUnnamed } from './unnamed.ts'

/** Whose blobs are swept. */
export interface Sweeping {
  /** The data folder. */
  readonly data: string
  /** The `postgres://` address of the database that the company is kept in beside it; null: the folder has all. */
  readonly databaseUrl: string | null
  /** Ms since 1970. */
  readonly now: number
}

/** What a sweep would take away. Failures as of `lookForUnnamed`. */
export function lookThrough({ data, databaseUrl, now }: Sweeping): Promise<Looked> {
  return lookedAt(data, databaseUrl, (records) => lookForUnnamed(data, now, records))
}

/**
 * Takes away the blobs that no record names (files/SPEC W12), and gives what it found before. No server runs meanwhile:
 * one could be told that bytes are here (W4) which just go. Failures: folder-in-use, and
 * as of `lookForUnnamed`, then all of them stand; folder-unwritable, keeping-failed: then some may be gone.
 */
export async function sweep(sweeping: Sweeping): Promise<Looked> {
  const { data, databaseUrl } = sweeping
  const lock = lockOf(data)
  try {
    const database = databaseUrl === null ? null : await takeDatabase(databaseUrl)
    try {
      const looked = await lookThrough(sweeping)
      for (const { path } of looked.old) rmSync(path)
      return looked
    } finally {
      await database?.release()
    }
  } catch (error) {
    throw diskFailure(error, data)
  } finally {
    lock.release()
  }
}
