import { TOKEN_LEAP } from '../effects/store.ts'
import type { Restoration } from '../storage.ts'
import { inTransaction, type Pool } from './pool.ts'

/** More than any journal grows by between a backup and its restoring. */
const LEAP = 1_000_000_000

/** The table `restorations`, and what follows from it for the journal's numbers. */
export function restorationTable(pool: Pool) {
  return {
    restored: ({ at, backup }: Restoration) =>
      inTransaction(pool, 'BEGIN', async (client) => {
        await client.query(
          'INSERT INTO restorations VALUES ($1, $2) ON CONFLICT (at) DO UPDATE SET backup = excluded.backup',
          [at, backup],
        )
        await client.query('UPDATE pen SET last = last + $1', [LEAP])
        await client.query('UPDATE effect_tokens SET last = last + $1', [TOKEN_LEAP])
      }),
    restorations: async () =>
      (await pool.query<Restoration>('SELECT at, backup FROM restorations ORDER BY at DESC')).rows,
  }
}
