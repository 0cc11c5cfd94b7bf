import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import { isHash } from '../../../shared/files/hash.ts'
import { ARRIVING, BLOBS } from '../../files/blobs.ts'
import { diskFailure, isCode, sumOf, sync } from '../disk.ts'

/** Databases are copied as they stand at one moment, while others write. */
const DATABASE = /\.sqlite$/
/** What belongs to a running process alone, or to one that was killed: agents hold theirs locked, and make it anew. */
const PASSING =
  /^server\.(lock|json|probe|database)(-journal)?$|^agents\.sqlite|\.sqlite-(wal|shm|journal)$|^(service|sending|door)\.key\.\d+$/
/** In a data folder: what a restore has put aside, what it prepares, and what it is putting in its place. */
export const ASIDE = 'aside'
export const DRAFT = 'restoring-draft'
export const RESTORING = 'restoring'
/** In a data folder: whole documents as they were made for devices; they can be made anew. */
export const PARCELS = 'parcels'
/** In the folder of the company's site: pictures as they were published; they are asked for anew. */
export const SHOWN = 'shown'
const KEPT: ReadonlySet<string> = new Set(['backups', ASIDE, DRAFT, RESTORING, PARCELS])
/** Bytes that are on their way move while they are copied. */
const LEFT_OUT: ReadonlySet<string> = new Set([...KEPT, ARRIVING, SHOWN])

/** What keeps a file from being another name of one that stands: another disk, one that knows no such names, or nothing that stands. */
const UNLINKED = ['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'ENOENT', 'ENOTDIR']

/** How a data folder is copied. */
export interface Copying {
  /** Files that are left out. */
  readonly without?: readonly string[]
  /** A copy that was made before, of which the bytes of files are taken where they are the same; null: there is none. */
  readonly earlier?: string | null
}

/** Whether a name in a data folder is none of the company's: it is keeping's own, or the running process's lock. */
export function isOwn(name: string): boolean {
  return KEPT.has(name) || /^server\.lock/.test(name)
}

/**
 * Copies a data folder's files into an empty folder, for nobody else's eyes; gives their paths, as they are on the disk.
 * Bytes of files that stand in the earlier copy take no further room (SPEC K15).
 * Accounts go first: whoever stands in the journal stands in them or was there a moment later. Files go last, since the
 * journal tells of those that were there before (files/SPEC W11). Failures as of `diskFailure`.
 */
export function copyFolder(from: string, into: string, { without = [], earlier = null }: Copying = {}): string[] {
  const beside = dirname(resolve(into))
  const copied = (isWanted: (path: string) => boolean) => {
    const paths = durableFiles(from, beside).filter(isWanted).sort()
    for (const path of paths) copyInto(path)
    return paths
  }
  const copyInto = (path: string) => {
    const [source, copy] = [join(from, path), join(into, path)]
    try {
      mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
      if (DATABASE.test(path)) copyDatabase(source, copy)
      else if (!(earlier !== null && isBlob(path) && linked(join(earlier, path), copy))) copyFileSync(source, copy)
      chmodSync(copy, 0o600)
      sync(copy)
    } catch (error) {
      throw diskFailure(error, isDataDamage(error) ? source : beside)
    }
  }
  const rest = copied((path) => !isBlob(path) && !without.includes(path))
  return [...rest, ...copied(isBlob)].sort()
}

/**
 * Takes bytes of files of a data folder that do not stand in another one over into that, without further room where the disk
 * knows hard links; those that are not what their name says stay (SPEC K16). Errors of the disk come through.
 */
export function takeBlobs(from: string, into: string): void {
  const folder = join(from, BLOBS)
  if (!existsSync(folder)) return
  for (const path of durableFiles(folder, from)) {
    const [standing, copy] = [join(folder, path), join(into, BLOBS, path)]
    if (!isHash(basename(path)) || existsSync(copy)) continue
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
    if (linked(standing, copy)) continue
    copyFileSync(standing, copy)
    if (!isItself(copy)) rmSync(copy)
  }
}

/** Makes a blob another name of one that stands; false where that is not possible, or its bytes are others by now. */
function linked(standing: string, copy: string): boolean {
  try {
    linkSync(standing, copy)
  } catch (error) {
    if (UNLINKED.some((code) => isCode(error, code))) return false
    throw error
  }
  if (isItself(copy)) return true
  rmSync(copy)
  return false
}

/** Whether the bytes of a blob are what its name says. */
function isItself(blob: string): boolean {
  return sumOf(blob).sha256 === basename(blob)
}

function isBlob(path: string): boolean {
  return path.startsWith(join(BLOBS, sep))
}

/** Reads the file through, page by page. Failure data-damaged where something in it is not as SQLite writes it. */
export function checkDatabase(path: string): void {
  const database = new Database(path, { readonly: true })
  try {
    const found = database.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new Failure('data-damaged', { file: path, what: String(found) })
  } catch (error) {
    throw diskFailure(error, path)
  } finally {
    database.close()
  }
}

/** The paths of the files by which a data folder could be made anew; the folder `beside` that backups go to is none. */
function durableFiles(folder: string, beside: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !LEFT_OUT.has(name))
  return entries.flatMap((entry) => {
    if (entry.isFile()) return PASSING.test(entry.name) ? [] : [entry.name]
    if (!entry.isDirectory() || resolve(folder, entry.name) === beside) return []
    return durableFiles(join(folder, entry.name), beside).map((path) => join(entry.name, path))
  })
}

/**
 * `VACUUM INTO` holds one reading of the database from beginning to end, and keeps no writer waiting; SQLite's backup by
 * pages would begin anew with everything that another connection writes meanwhile.
 */
function copyDatabase(from: string, to: string): void {
  const database = new Database(from, { fileMustExist: true, readonly: true, timeout: 5000 })
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
  checkDatabase(to)
}

function isDataDamage(error: unknown): boolean {
  return isCode(error, 'SQLITE_CORRUPT') || isCode(error, 'SQLITE_NOTADB')
}

/** Whether there is a data folder at all. */
export function isDataFolder(folder: string, file: string): boolean {
  return existsSync(join(folder, file))
}
