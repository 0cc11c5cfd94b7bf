import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../../tests/support/databases/postgres.ts'
import { createAccounts } from '../../accounts/accounts.ts'
import { ACCOUNTS_FILE } from '../../accounts/store/sqlite.ts'
import { makeLog } from '../../log/log.ts'
import { openPostgres } from '../../storage/postgres/open.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { temporaryFolder } from '../testing/company.ts'
import { accountTablesIn, makeEmptyFiles } from './files.ts'
import { INTO_DATABASE, INTO_FILE, LEFT_IN_DATABASE, LEFT_IN_FILE, type LeftOut, type Shared } from './tables.ts'

const TABLES_OF_FILE = `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) c
  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
const TABLES_OF_DATABASE = `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
  WHERE table_schema = 'public'`

interface Column {
  readonly table: string
  readonly column: string
}

let postgres: Postgres
let stage: Awaited<ReturnType<typeof temporaryFolder>>
let url: string
beforeAll(async () => {
  ;[postgres, stage] = await Promise.all([startPostgres(), temporaryFolder()])
  url = await postgres.create()
  await makeEmptyFiles(stage.folder)
  await (await openPostgres(url)).close()
  const accounts = await createAccounts({ folder: stage.folder, databaseUrl: url, log: makeLog({ level: 'silent' }) })
  await accounts.close()
})
afterAll(async () => {
  await stage.remove()
  await postgres.close()
})

function inFile<T>(file: string, read: (database: Database.Database) => T): T {
  const database = new Database(join(stage.folder, file), { readonly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

function columnsOfFile(file: string): Column[] {
  return inFile(file, (database) => database.prepare<[], Column>(TABLES_OF_FILE).all())
}

async function columnsOfDatabase(): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(TABLES_OF_DATABASE)
  await client.end()
  return rows
}

/** What of a schema goes over by no table, nor is left out by name; and what is named and is not in the schema. */
function compared(schema: readonly Column[], tables: readonly Shared[], left: LeftOut) {
  const over = new Set(tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)))
  const there = new Set(schema.flatMap(({ table, column }) => [table, `${table}.${column}`]))
  const columns = schema.map(({ table, column }) => ({ table, name: `${table}.${column}` }))
  const isNamed = ({ table, name }: { table: string; name: string }) => over.has(name) || name in left || table in left
  return {
    unnamed: columns.filter((one) => !isNamed(one)).map(({ name }) => name),
    gone: [...over, ...Object.keys(left)].filter((name) => !there.has(name)),
    twice: columns.filter(({ table, name }) => over.has(name) && (name in left || table in left)),
  }
}

const ALL_NAMED = { unnamed: [], gone: [], twice: [] }

test('K13: of a file every table and column goes over, or is left out with a reason', () => {
  const schema = columnsOfFile(STORAGE_FILE)
  expect(schema.length).toBeGreaterThan(50)
  expect(compared(schema, INTO_FILE, LEFT_IN_FILE)).toEqual(ALL_NAMED)
})

test('K13: of a database every table and column goes over, or is left out with a reason; the accounts’ are those of the file', async () => {
  const ofAccounts = inFile(ACCOUNTS_FILE, accountTablesIn)
  expect(ofAccounts.map(({ name }) => name)).toEqual(expect.arrayContaining(['user', 'session', 'device', 'fact']))
  expect(compared(await columnsOfDatabase(), [...INTO_DATABASE, ...ofAccounts], LEFT_IN_DATABASE)).toEqual(ALL_NAMED)
})

test('a table, or a column, that is in none is found, and so is one that is gone', () => {
  const schema = [
    ...columnsOfFile(STORAGE_FILE),
    { table: 'replicas', column: 'new' },
    { table: 'other', column: 'id' },
  ]
  const kept = schema.filter(({ table, column }) => `${table}.${column}` !== 'shown.year')
  const { unnamed, gone } = compared(kept, INTO_FILE, LEFT_IN_FILE)
  expect([unnamed, gone]).toEqual([['replicas.new', 'other.id'], ['shown.year']])
})
