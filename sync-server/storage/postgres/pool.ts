import pg from 'pg'

/** Whoever may be asked: the pool, or one connection of it within a transaction. */
export type Asked = Pick<pg.Pool | pg.PoolClient, 'query'>
export type Pool = pg.Pool

/** The database's own number for its whole numbers of eight bytes; all of ours are exact as numbers. */
const INT8 = 20
/** How long is waited for a connection, and for an answer, ms: then the storage counts as gone. */
const CONNECT_WITHIN = 5000
const ANSWER_WITHIN = 60_000
/**
 * What is answered is on the disk, whatever the database was set to; a process whose machine is gone does not keep the pen.
 */
const SETTINGS = '-c synchronous_commit=on -c idle_in_transaction_session_timeout=30000'

/** How a connection to the database is made. */
export function connectionTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'voronka',
    connectionTimeoutMillis: CONNECT_WITHIN,
    query_timeout: ANSWER_WITHIN,
    keepAlive: true,
    options: SETTINGS,
    types: { getTypeParser: parserOf },
  }
}

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')

/** Connections to the database, made as they are needed. */
export function openPool(url: string): Pool {
  const pool = new pg.Pool({ ...connectionTo(url), max: 10 })
  // A connection that breaks while nobody uses it is made anew when somebody does; what he then meets is his to tell.
  pool.on('error', passOver)
  // One that breaks while it is borrowed fails his query; who borrows for the accounts listens to nothing else of it.
  pool.on('connect', (client) => client.on('error', passOver))
  return pool
}

/** Runs `work` in a transaction. Errors come through, and nothing of it stands then, unless the connection broke as it was committed. */
export async function inTransaction<T>(
  pool: Pool,
  begin: 'BEGIN' | 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  work: (client: Asked) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let isSound = false
  try {
    await client.query(begin)
    const value = await work(client)
    await client.query('COMMIT')
    isSound = true
    return value
  } finally {
    // A connection that is thrown away takes its transaction back, in whatever state either is.
    client.release(!isSound)
  }
}

/** Who waits for a query meets the same error; a connection that is given up may be broken already. */
export function passOver(): void {}

/** What came from outside as the database takes it: it has no place for the character of the number 0. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}
