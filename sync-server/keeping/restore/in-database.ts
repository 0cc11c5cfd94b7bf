import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Erasure, erasures } from '../../../shared/erasures/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { Effect } from '../../storage/effects/ledger.ts'
import { EFFECT_COLUMNS } from '../../storage/effects/store.ts'
import { openPostgres } from '../../storage/postgres/open.ts'
import { openPool } from '../../storage/postgres/pool.ts'
import { keepServersOut } from '../../storage/postgres/together/membership.ts'
import { loaded } from '../../sync/upkeep/compact.ts'
import { ASIDE } from '../backup/copy.ts'
import { DATABASES, makeBackup } from '../backup/make.ts'
import { placeOf } from '../database/copy-out.ts'
import { fillDatabase } from '../database/fill.ts'

/** What is put into a database, and where the data folder is. */
interface Replacing {
  /** The folder of the restored files. */
  readonly draft: string
  readonly data: string
  readonly now: number
}

/** A database that no server uses until it is released. */
export interface TakenDatabase {
  /** The company that stands there; null: none does. */
  company(): Promise<string | null>
  /** What the ledger has that stands there; nothing of another company’s. */
  effects(company: string): Promise<readonly Effect[]>
  /** Who was erased there; nobody of another company. */
  erased(company: string): Promise<readonly Erasure[]>
  /** Puts the draft's company in the place of what stands there; of that a backup goes aside. Gives its folder; null: nothing stood there. */
  replace(replacing: Replacing): Promise<string | null>
  release(): Promise<void>
}

/** Takes a database for a restore (SPEC K14). Failure folder-in-use where a server runs on it. */
export async function takeDatabase(url: string): Promise<TakenDatabase> {
  const release = await keepServersOut(url)
  if (release === null) throw new Failure('folder-in-use', { folder: placeOf(url) })
  return {
    release,
    company: () => companyIn(url),
    effects: (company) => effectsIn(url, company),
    erased: (company) => erasedIn(url, company),
    async replace({ draft, data, now }) {
      const isThere = (await companyIn(url)) !== null
      const aside = isThere ? await makeBackup({ data, databaseUrl: url, to: join(data, ASIDE), now }) : null
      await fillDatabase(url, draft)
      for (const file of DATABASES) rmSync(join(draft, file))
      return aside?.folder ?? null
    },
  }
}

async function companyIn(url: string): Promise<string | null> {
  const [company] = await rowsIn<{ id: string }>(url, 'company', 'id')
  return company?.id ?? null
}

async function effectsIn(url: string, company: string): Promise<readonly Effect[]> {
  if ((await companyIn(url)) !== company) return []
  return rowsIn<Effect>(url, 'effects', EFFECT_COLUMNS.join(', '))
}

async function erasedIn(url: string, company: string): Promise<readonly Erasure[]> {
  if ((await companyIn(url)) !== company) return []
  const storage = await openPostgres(url)
  try {
    const doc = loaded(await storage.load(`${company}/setup`))
    return [...new RecordSet(doc, erasures).rows()]
  } catch (error) {
    // A company that cannot be read is restored all the same.
    if (error instanceof Failure || error instanceof RangeError) return []
    throw error
  } finally {
    await storage.close()
  }
}

/** Rows of a table; a table that there is not has none. */
async function rowsIn<T extends object>(url: string, table: string, columns: string): Promise<readonly T[]> {
  const pool = openPool(url)
  try {
    const { rows } = await pool.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table])
    if (!rows[0]?.there) return []
    return (await pool.query<T>(`SELECT ${columns} FROM ${table}`)).rows
  } finally {
    await pool.end()
  }
}
