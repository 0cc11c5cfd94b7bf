import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { openPostgres } from '../postgres/open.ts'
import { MIGRATIONS as POSTGRES_MIGRATIONS } from '../postgres/schema.ts'
import { MIGRATIONS as SQLITE_MIGRATIONS } from '../schema.ts'
import { openStorage } from '../sqlite/open.ts'
import type { Storage } from '../storage.ts'

/** Where a company is stored, with what a foreign hand does there. */
export interface Ground {
  open(): Promise<Storage>
  /** Puts other bytes (in hexadecimal) in the place of those of a document. */
  spoil(what: 'journal' | 'snapshot', document: string, hex: string): Promise<void>
  /** The next refusal gets the number. */
  countRefusals(to: number): Promise<void>
  /** Says that the schema has had so many migrations; null: as many as this program has. */
  setVersion(version: number | null): Promise<void>
  /** The tables as they were before the migration that has the word, with what is written there then; to be opened after. */
  older(word: string, sql: string): Promise<void>
  remove(): Promise<void>
}

/** A kind of storage: begins what its grounds stand on, once for all of them. */
export interface Kind {
  readonly name: string
  begin(): Promise<{ ground(): Promise<Ground>; end(): Promise<void> }>
}

type Places = Readonly<Record<'journal' | 'snapshot', readonly [table: string, column: string, name: string]>>
const IN_FOLDER: Places = { journal: ['journal', 'update', 'document'], snapshot: ['snapshots', 'state', 'document'] }
const IN_DATABASE: Places = { ...IN_FOLDER, snapshot: ['documents', 'state', 'name'] }

/** All kinds: what storage promises holds of each. */
export const KINDS: readonly Kind[] = [
  { name: 'SQLite', begin: async () => ({ ground: async () => folderGround(), end: async () => undefined }) },
  {
    name: 'PostgreSQL',
    begin: async () => {
      const server = await startPostgres()
      return { ground: () => databaseGround(server), end: () => server.close() }
    },
  },
]

function folderGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-storage-'))
  const tamper = async (sql: string) => {
    const database = new Database(join(folder, 'voronka.sqlite'))
    database.exec(sql)
    database.close()
  }
  return {
    open: () => openStorage(folder),
    spoil: (what, document, hex) => tamper(spoiling(IN_FOLDER[what], document, `x'${hex}'`)),
    countRefusals: (to) => tamper(`UPDATE sqlite_sequence SET seq = ${to - 1} WHERE name = 'refusals'`),
    setVersion: (version) => tamper(`PRAGMA user_version = ${version ?? SQLITE_MIGRATIONS.length}`),
    older: (word, sql) => {
      const earlier = before(SQLITE_MIGRATIONS, word)
      return tamper([...earlier, `PRAGMA user_version = ${earlier.length}`, sql].join(';'))
    },
    remove: async () => rmSync(folder, { recursive: true }),
  }
}

async function databaseGround(server: Postgres): Promise<Ground> {
  const url = await server.create()
  const tamper = (sql: string) => server.tamper(url, sql)
  return {
    open: () => openPostgres(url),
    spoil: (what, document, hex) => tamper(spoiling(IN_DATABASE[what], document, `'\\x${hex}'`)),
    countRefusals: (to) => tamper(`ALTER TABLE refusals ALTER COLUMN id RESTART WITH ${to}`),
    setVersion: (version) => tamper(`UPDATE schema_version SET version = ${version ?? POSTGRES_MIGRATIONS.length}`),
    older: (word, sql) => {
      const earlier = before(POSTGRES_MIGRATIONS, word)
      const version = `CREATE TABLE schema_version (version integer NOT NULL); INSERT INTO schema_version VALUES (${earlier.length})`
      return tamper([...earlier, version, sql].join(';'))
    },
    remove: async () => undefined,
  }
}

function before(migrations: readonly string[], word: string): readonly string[] {
  return migrations.slice(
    0,
    migrations.findIndex((migration) => migration.includes(word)),
  )
}

function spoiling([table, column, name]: Places['journal'], document: string, bytes: string): string {
  return `UPDATE ${table} SET "${column}" = ${bytes} WHERE ${name} = '${document}'`
}
