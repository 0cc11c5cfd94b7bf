import { Failure } from '../../../shared/errors.ts'
import { inTransaction, type Pool } from './pool.ts'
import { MIGRATIONS } from './schema.ts'

/** One process at a time, of all that begin at once; any number that nobody else takes. */
const MIGRATING = 7_605_001

/** Brings the database to this program's schema. Failure data-newer for the data of a newer program. */
export async function migrate(pool: Pool): Promise<void> {
  await inTransaction(pool, 'BEGIN', async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING])
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)')
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version')
    const version = rows[0]?.version ?? 0
    const known = MIGRATIONS.length
    if (version > known) throw new Failure('data-newer', { schema: version, known })
    for (const migration of MIGRATIONS.slice(version)) await client.query(migration)
    if (rows.length === 0) await client.query('INSERT INTO schema_version VALUES ($1)', [MIGRATIONS.length])
    else await client.query('UPDATE schema_version SET version = $1', [MIGRATIONS.length])
  })
}
