import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const LOCK_FILE = 'server.lock'

/** Another process has the folder. */
export class FolderInUse extends Error {}

/**
 * Takes a data folder for this process until `release`, or until it is gone, however it ends: two servers on one
 * folder would each journal upon documents that lack the other's. Throws FolderInUse where another process
 * has it; errors of the disk come through.
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The operating system lets go of a dead process's locks, which a file with a number in it would outlive.
  const lock = new Database(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const isTaken = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'
    throw isTaken ? new FolderInUse(`Another server runs on ${folder}`, { cause: error }) : error
  }
  return { release: () => lock.close() }
}
