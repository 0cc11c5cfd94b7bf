import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../../../shared/errors.ts'
import { ACCOUNTS_FILE } from '../../accounts/store/sqlite.ts'
import { damagedDocuments } from '../../storage/sqlite/damaged.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { readAsToday } from '../../storage/sqlite/older.ts'
import { copyOut } from '../database/copy-out.ts'
import { diskFailure, sync } from '../disk.ts'
import { copyFolder, isDataFolder } from './copy.ts'
import { backupsIn } from './listing.ts'
import { type Backup, keptFile, type Manifest, writeManifest } from './manifest.ts'

/** What a backup is made of, and where. */
export interface Making {
  /** The data folder. */
  readonly data: string
  /** The `postgres://` address of the database that the company is kept in beside it; null: the folder has all. */
  readonly databaseUrl?: string | null
  /** The folder that backups stand in. */
  readonly to: string
  /** The time by which it is named, ms since 1970. */
  readonly now: number
}

/** What a backup is filled with. */
interface Filling extends Pick<Making, 'data' | 'now'> {
  readonly databaseUrl: string | null
  /** The backup before, in the same folder; null: there is none. */
  readonly earlier: string | null
}

/** Those of a data folder, which a database stands for. */
export const DATABASES: readonly string[] = [ACCOUNTS_FILE, STORAGE_FILE]

const UNDER_WAY = 'making-'
/** What a maker has left behind that is gone for so long, ms, is of no use to anybody. */
const LEFT_FOR = 24 * 3600_000

/**
 * Makes a backup of a data folder, or of a database (SPEC K13), also while servers write it (SPEC K1 to K3). Takes seconds
 * of the processor: a server asks for it in a thread of its own. Failures: file-missing where there is no data, disk-full,
 * folder-unwritable, data-damaged, keeping-failed.
 */
export async function makeBackup({ data, databaseUrl = null, to, now }: Making): Promise<Backup> {
  if (databaseUrl === null && !isDataFolder(data, STORAGE_FILE))
    throw new Failure('file-missing', { file: join(data, STORAGE_FILE) })
  const name = `voronka-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`
  const [draft, folder] = [join(to, `${UNDER_WAY}${name}-${process.pid}`), join(to, name)]
  let isFirst = false
  try {
    isFirst = mkdirSync(to, { recursive: true, mode: 0o700 }) !== undefined
    removeLeft(to, now)
    mkdirSync(draft, { mode: 0o700 })
    const earlier = backupsIn(to)[0]?.folder ?? null
    const made = await fill(draft, { data, databaseUrl, now, earlier })
    renameSync(draft, folder)
    sync(to)
    return { ...made, folder: resolve(folder) }
  } catch (error) {
    const failure = diskFailure(error, to)
    rmSync(draft, { recursive: true, force: true })
    if (isFirst && readdirSync(to).length === 0) rmdirSync(to)
    throw failure
  }
}

async function fill(draft: string, from: Filling) {
  const { data, databaseUrl, now, earlier } = from
  if (databaseUrl !== null) await copyOut(databaseUrl, draft)
  const paths = copyFolder(data, draft, { without: databaseUrl === null ? [] : DATABASES, earlier })
  const files = (databaseUrl === null ? paths : [...paths, ...DATABASES].sort()).map((path) => keptFile(draft, path))
  const made = { form: 1 as const, made: now, program: programVersion(), files, ...readInside(draft) }
  writeManifest(draft, made)
  for (const folder of new Set([draft, ...files.map(({ path }) => join(draft, dirname(path)))])) sync(folder)
  return made
}

/** What a backup's databases say. */
function readInside(folder: string): Pick<Manifest, 'schema' | 'company' | 'counts' | 'damaged'> {
  const storage = new Database(join(folder, STORAGE_FILE), { readonly: true })
  const accounts = new Database(join(folder, ACCOUNTS_FILE), { readonly: true, fileMustExist: true })
  const count = (database: Database.Database, table: string) =>
    database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  try {
    readAsToday(storage)
    const [documents = 0, journal = 0, audit = 0, replicas = 0] = ['documents', 'journal', 'audit', 'replicas'].map(
      (table) => count(storage, table),
    )
    return {
      schema: Number(storage.pragma('user_version', { simple: true })),
      company: storage.prepare<[], string>('SELECT id FROM company').pluck().get() ?? '',
      counts: { documents, journal, audit, replicas, accounts: count(accounts, 'user') },
      damaged: damagedDocuments(storage),
    }
  } finally {
    storage.close()
    accounts.close()
  }
}

/** Drafts of makers that were killed. */
function removeLeft(to: string, now: number): void {
  for (const name of readdirSync(to)) {
    const path = join(to, name)
    if (name.startsWith(UNDER_WAY) && statSync(path).mtimeMs < now - LEFT_FOR) rmSync(path, { recursive: true })
  }
}

function programVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
