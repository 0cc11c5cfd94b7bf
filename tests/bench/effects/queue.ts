import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openPostgres } from '../../../sync-server/storage/postgres/open.ts'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import type { Storage } from '../../../sync-server/storage/storage.ts'

/** What does a job: it is claimed and written to the disk, then settled and written once more. */
export interface Queue {
  work(job: string): Promise<void>
  close(): Promise<void>
}

/** The ledger. */
export async function ledger(place: { readonly folder: string } | { readonly url: string }): Promise<Queue> {
  const storage: Storage = 'folder' in place ? await openStorage(place.folder) : await openPostgres(place.url)
  const work = async (key: string) => {
    const claim = { act: 'claim', key, holder: 'bench', lease: 60_000, mode: 'once' } as const
    const [claimed] = await storage.effects.act([claim])
    if (claimed?.is !== 'yours') throw new Error(`not given: ${claimed?.is}`)
    const [settled] = await storage.effects.act([{ act: 'settle', key, token: claimed.token, outcome: 'done' }])
    if (settled?.is !== 'settled') throw new Error(`not settled: ${settled?.is}`)
  }
  return { work, close: () => storage.close() }
}

/** A table of jobs by hand, as better-sqlite3 has it: which job is done is its own choice. */
export function tableInFile(folder: string, jobs: readonly string[]): Queue {
  const database = new Database(join(folder, 'queue.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`CREATE TABLE jobs (id INTEGER PRIMARY KEY, key TEXT NOT NULL, state TEXT NOT NULL, until INTEGER) STRICT;
    CREATE INDEX jobs_by_state ON jobs (state, id)`)
  const insert = database.prepare("INSERT INTO jobs (key, state) VALUES (?, 'free')")
  database.transaction(() => {
    for (const job of jobs) insert.run(job)
  })()
  const claim = database.prepare<[number], { id: number }>(
    `UPDATE jobs SET state = 'held', until = ?
     WHERE id = (SELECT id FROM jobs WHERE state = 'free' ORDER BY id LIMIT 1) RETURNING id`,
  )
  const settle = database.prepare("UPDATE jobs SET state = 'settled' WHERE id = ? AND state = 'held'")
  return {
    work: async () => {
      const job = claim.get(Date.now() + 60_000)
      if (!job || settle.run(job.id).changes !== 1) throw new Error('there is no job')
    },
    close: async () => {
      database.close()
    },
  }
}

/** The same in PostgreSQL, by the usual `FOR UPDATE SKIP LOCKED`. */
export async function tableInPostgres(url: string, jobs: readonly string[]): Promise<Queue> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  await pool.query(`CREATE TABLE jobs (id bigserial PRIMARY KEY, key text NOT NULL, state text NOT NULL, until bigint);
    CREATE INDEX jobs_by_state ON jobs (state, id)`)
  await pool.query("INSERT INTO jobs (key, state) SELECT key, 'free' FROM unnest($1::text[]) AS key", [jobs])
  return {
    work: async () => {
      const { rows } = await pool.query<{ id: string }>(
        `UPDATE jobs SET state = 'held', until = $1
         WHERE id = (SELECT id FROM jobs WHERE state = 'free' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`,
        [Date.now() + 60_000],
      )
      const settled = await pool.query("UPDATE jobs SET state = 'settled' WHERE id = $1 AND state = 'held'", [
        rows[0]?.id,
      ])
      if (settled.rowCount !== 1) throw new Error('there is no job')
    },
    close: () => pool.end(),
  }
}
