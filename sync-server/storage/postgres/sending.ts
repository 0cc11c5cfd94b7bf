import type { SendingStore, StoredSending } from '../sending.ts'
import type { Asked } from './pool.ts'

/** The table `sending`: one row, or none. */
export function sendingTable(asked: Asked): SendingStore {
  return {
    get: async () =>
      (await asked.query<StoredSending>('SELECT settings, sealed, "user", at FROM sending')).rows[0] ?? null,
    put: async ({ settings, sealed, user, at }) => {
      await asked.query(
        `INSERT INTO sending (settings, sealed, "user", at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (one) DO UPDATE SET settings = excluded.settings, sealed = excluded.sealed,
           "user" = excluded."user", at = excluded.at`,
        [settings, sealed, user, at],
      )
    },
  }
}
