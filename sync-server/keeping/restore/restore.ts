import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import { SITE } from '../../site/store/database.ts'
import { takeOver } from '../../site/store/take-over.ts'
import { MIGRATIONS } from '../../storage/schema.ts'
import { FolderInUse, lockFolder } from '../../storage/sqlite/folder-lock.ts'
import { ASIDE, DRAFT, isOwn, RESTORING, takeBlobs } from '../backup/copy.ts'
import { checkFiles, type Manifest, readManifest } from '../backup/manifest.ts'
import { diskFailure, sync } from '../disk.ts'
import { openForReading } from '../reading.ts'
import { effectsIn, takeEffects } from './effects.ts'
import { erasedIn, takeErased } from './erased.ts'
import { type TakenDatabase, takeDatabase } from './in-database.ts'
import { renewCompany } from './renew.ts'

/** What is restored, and whereto. */
export interface Restoring {
  /** The backup's folder. */
  readonly from: string
  /** The data folder. */
  readonly data: string
  /** The `postgres://` address of the database that is to hold the company; null: the folder does. */
  readonly databaseUrl?: string | null
  /** Ms since 1970. */
  readonly now: number
}

export interface Restored {
  readonly manifest: Manifest
  /** Where the files are that stood in the data folder before, or the backup of what stood in the database; null: nothing. */
  readonly aside: string | null
  /** Documents that are damaged in the backup, and so are now. */
  readonly damaged: readonly string[]
  /** How many persons were erased since the backup: the next start erases them again (erasing/SPEC ER13). */
  readonly erased: number
}

/**
 * Puts a backup in the place of what stands in a data folder (SPEC K8 to K10), or in a database (K14). Failures:
 * folder-in-use, backup-missing, backup-damaged, backup-newer, disk-full, folder-unwritable, data-damaged, keeping-failed;
 * then all is as it was.
 */
export async function restore({ from, data, databaseUrl = null, now }: Restoring): Promise<Restored> {
  const lock = lockOf(data)
  const draft = join(data, DRAFT)
  let database: TakenDatabase | null = null
  try {
    const manifest = sound(from)
    if (databaseUrl !== null) database = await takeDatabase(databaseUrl)
    prepare(from, draft, manifest)
    const there = database ? await database.company() : companyIn(data)
    if (there === null || there === manifest.company) {
      takeFormerBlobs(data, draft)
      takeFormerVisits(data, draft)
    }
    const damaged = await renewCompany(draft, { at: now, backup: manifest.made })
    await takeEffects(draft, (await database?.effects(manifest.company)) ?? effectsIn(data, manifest.company))
    const known = erasedIn(data, from, manifest.company)
    const erased = await takeErased(draft, [...known, ...((await database?.erased(manifest.company)) ?? [])], now)
    const former = (await database?.replace({ draft, data, now })) ?? null
    const aside = exchange(data, draft, now)
    return { manifest, aside: former ?? aside, damaged, erased }
  } catch (error) {
    // While the draft stands: it takes the room that is wanting. Half a company is of no use.
    const failure = diskFailure(error, data)
    rmSync(draft, { recursive: true, force: true })
    throw failure
  } finally {
    await database?.release()
    lock.release()
  }
}

/**
 * Takes a data folder for a server, as `lockFolder`. Failure restore-broken-off between the moments at which the former
 * files were taken away and all of the new ones stood there.
 */
export function takeFolder(data: string): { release(): void } {
  const lock = lockFolder(data)
  if (!existsSync(join(data, RESTORING))) return lock
  lock.release()
  throw new Failure('restore-broken-off', { data, aside: join(data, ASIDE) })
}

/** Takes a data folder for work that no server may be beside. Failures: folder-in-use, and as of `diskFailure`. */
export function lockOf(data: string): { release(): void } {
  try {
    return lockFolder(data)
  } catch (error) {
    if (error instanceof FolderInUse) throw new Failure('folder-in-use', { folder: data }, { cause: error })
    throw diskFailure(error, data)
  }
}

function sound(from: string): Manifest {
  const manifest = readManifest(from)
  if (manifest.schema > MIGRATIONS.length) throw new Failure('backup-newer', { backup: from })
  checkFiles(from, manifest)
  return manifest
}

/** What an earlier restore has left there half done goes: it was made of a backup. */
function prepare(from: string, draft: string, { files }: Manifest): void {
  rmSync(draft, { recursive: true, force: true })
  for (const { path } of files) {
    const to = join(draft, path)
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, path), to)
    chmodSync(to, 0o600)
  }
}

/** What a backup does not have yet devices bring as records: their bytes are here (SPEC K16), or where a restore was broken off. */
function takeFormerBlobs(data: string, draft: string): void {
  for (const former of [data, join(data, RESTORING)]) takeBlobs(former, draft)
}

/** What visitors ordered since, and readers did, waits at the door still (SPEC K17). */
function takeFormerVisits(data: string, draft: string): void {
  for (const former of [data, join(data, RESTORING)]) takeOver(join(former, SITE), join(draft, SITE))
}

/** The company whose records stand in a data folder; null where none do that can be read. */
function companyIn(data: string): string | null {
  try {
    const { database, close } = openForReading(data)
    try {
      return database.prepare<[], string>('SELECT id FROM company').pluck().get() ?? null
    } finally {
      close()
    }
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** From here on the folder is refused until all of it is done; gives where the former files are. */
function exchange(data: string, draft: string, now: number): string | null {
  for (const path of filesBelow(draft)) sync(path)
  const restoring = join(data, RESTORING)
  // The draft of a restore that was broken off here is this one's.
  rmSync(restoring, { recursive: true, force: true })
  renameSync(draft, restoring)
  sync(data)
  const aside = putAside(data, now)
  for (const name of readdirSync(restoring)) renameSync(join(restoring, name), join(data, name))
  sync(data)
  rmdirSync(restoring)
  sync(data)
  return aside
}

function putAside(data: string, now: number): string | null {
  const names = readdirSync(data).filter((name) => !isOwn(name))
  if (names.length === 0) return null
  const moment = join(data, ASIDE, new Date(now).toISOString().replace(/[-:]|\.\d+/g, ''))
  // Folders do not go into the place of folders: what the same second has put aside stays.
  let aside = moment
  for (let n = 2; existsSync(aside); n++) aside = `${moment}-${n}`
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const name of names) renameSync(join(data, name), join(aside, name))
  sync(aside)
  return aside
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.map((entry) => join(entry.parentPath, entry.name))
}
