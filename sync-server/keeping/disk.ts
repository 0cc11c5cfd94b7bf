import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import { proveRoom } from '../storage/sqlite/room.ts'

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])
const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'])
const TORN: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])

const PIECE = 1024 * 1024

/** A file's length and its SHA-256, read piece by piece: it may be longer than memory takes at once. */
export function sumOf(path: string): { readonly bytes: number; readonly sha256: string } {
  const [open, piece, hash] = [openSync(path, 'r'), Buffer.allocUnsafe(PIECE), createHash('sha256')]
  try {
    let bytes = 0
    for (let read = readSync(open, piece); read > 0; read = readSync(open, piece)) {
      hash.update(piece.subarray(0, read))
      bytes += read
    }
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(open)
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function sync(path: string): void {
  const open = openSync(path, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** Whether an error carries the code of the system, or of SQLite. */
export function isCode(error: unknown, code: string): boolean {
  return codeOf(error) === code
}

/** What the disk's refusal of work in a folder means to people; a Failure stays what it is. */
export function diskFailure(error: unknown, folder: string): Failure {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  const what = error instanceof Error ? error.message : String(error)
  if (TORN.has(code)) return new Failure('data-damaged', { file: folder, what }, { cause: error })
  if (FULL.has(code) || isFull(folder)) return new Failure('disk-full', { folder }, { cause: error })
  if (CLOSED.has(code)) return new Failure('folder-unwritable', { folder }, { cause: error })
  return new Failure('keeping-failed', { what }, { cause: error })
}

/** Where room ends, SQLite may speak of an error of the disk, and what stands upon it of something else altogether. */
function isFull(folder: string): boolean {
  try {
    proveRoom(folder)
    return false
  } catch (error) {
    return FULL.has(codeOf(error))
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
