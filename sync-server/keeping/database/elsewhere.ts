import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import { placeOf } from './copy-out.ts'

/** In a data folder: where the database is that keeps the company whose files stand there. No backup has it, and a restore puts it aside. */
const MARK = 'server.database'

/** Notes in a data folder, at the start of a server, that its company is kept in a database. */
export function noteDatabase(data: string, databaseUrl: string | null): void {
  if (databaseUrl !== null) writeFileSync(join(data, MARK), placeOf(databaseUrl), { mode: 0o600 })
}

/** Failure company-elsewhere where a database keeps the company of a data folder: a file of former records may stand there still. */
export function checkIsHere(data: string): void {
  const mark = join(data, MARK)
  if (existsSync(mark)) throw new Failure('company-elsewhere', { folder: data, database: readFileSync(mark, 'utf8') })
}
