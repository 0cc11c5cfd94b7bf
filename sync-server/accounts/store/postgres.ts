import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Asked, connectionTo, openPool, type Pool, passOver } from '../../storage/postgres/pool.ts'
import type { Allowance, Guesses } from '../attempts.ts'
import { type AccountsDatabase, factsOn, type Shelf } from './database.ts'

/** Who holds this lock does what is to be done by one process alone; any number that nobody else takes. */
const ALONE = 7_605_003
/** How often it is looked whether that process is done, ms. */
const LOOK_EVERY = 200

/** Opens the accounts beside the storage at a `postgres://` address, making its tables where they are missing. */
export async function openAccountsIn(url: string): Promise<AccountsDatabase> {
  const pool = openPool(url)
  const alone = <T>(work: () => Promise<T>) => runAlone(url, work)
  await alone(async () => {
    await pool.query('CREATE TABLE IF NOT EXISTS fact (name text PRIMARY KEY, value text NOT NULL)')
    await pool.query(
      'CREATE TABLE IF NOT EXISTS attempt (key text PRIMARY KEY, failures integer NOT NULL, until bigint NOT NULL)',
    )
  })
  return {
    database: pool,
    facts: await factsOn(shelfIn(pool), randomBytes(32).toString('base64url')),
    guesses: guessesIn(pool),
    alone,
    close: () => pool.end(),
  }
}

/** On a connection of its own: those who wait take none from him whom they wait for, and the lock goes with it. */
async function runAlone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(url))
  client.on('error', passOver)
  await client.connect()
  try {
    while (!(await isHeld(client))) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    return await work()
  } finally {
    await client.end()
  }
}

async function isHeld(client: Asked): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [ALONE])
  return rows[0]?.held ?? false
}

function shelfIn(pool: Pool): Shelf {
  const put = 'INSERT INTO fact (name, value) VALUES ($1, $2) ON CONFLICT (name) DO'
  return {
    get: async (name) =>
      (await pool.query<{ value: string }>('SELECT value FROM fact WHERE name = $1', [name])).rows[0]?.value,
    put: async (name, value) => void (await pool.query(`${put} UPDATE SET value = excluded.value`, [name, value])),
    putOnce: async (name, value) => void (await pool.query(`${put} NOTHING`, [name, value])),
    drop: async (name) => void (await pool.query('DELETE FROM fact WHERE name = $1', [name])),
  }
}

/** Counted where all processes see it: whoever guesses gets no further by being sent to another one each time. */
function guessesIn(pool: Pool): Guesses {
  return {
    async begin(key: string, { failures, window }: Allowance): Promise<number> {
      const now = Date.now()
      await pool.query('DELETE FROM attempt WHERE until <= $1', [now])
      const { rowCount } = await pool.query(
        `INSERT INTO attempt VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET failures = attempt.failures + 1, until = $2 WHERE attempt.failures < $3`,
        [key, now + window, failures],
      )
      if (rowCount === 1) return 0
      const { rows } = await pool.query<{ until: number }>('SELECT until FROM attempt WHERE key = $1', [key])
      return Math.max(1, (rows[0]?.until ?? 0) - now)
    },
    async succeed(key: string): Promise<void> {
      await pool.query('UPDATE attempt SET failures = failures - 1 WHERE key = $1', [key])
    },
  }
}
