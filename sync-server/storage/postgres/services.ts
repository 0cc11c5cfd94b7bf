import type { ServiceStore, StoredService } from '../services.ts'
import type { Asked } from './pool.ts'

/** The table `services`. */
export function servicesTable(asked: Asked): ServiceStore {
  return {
    get: async (name) => {
      const question = 'SELECT settings, sealed, "user", at FROM services WHERE name = $1'
      return (await asked.query<StoredService>(question, [name])).rows[0] ?? null
    },
    put: async (name, stored) => {
      if (!stored) {
        await asked.query('DELETE FROM services WHERE name = $1', [name])
        return
      }
      const { settings, sealed, user, at } = stored
      await asked.query(
        `INSERT INTO services (name, settings, sealed, "user", at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (name) DO UPDATE SET settings = excluded.settings, sealed = excluded.sealed,
           "user" = excluded."user", at = excluded.at`,
        [name, settings, sealed, user, at],
      )
    },
  }
}
