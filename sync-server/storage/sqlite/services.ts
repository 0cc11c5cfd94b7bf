import type Database from 'better-sqlite3'
import type { ServiceStore, StoredService } from '../services.ts'

/** The table `services`. */
export function servicesTable(database: Database.Database): ServiceStore {
  const row = database.prepare<[string], StoredService>(
    'SELECT settings, sealed, user, at FROM services WHERE name = ?',
  )
  const remove = database.prepare<[string]>('DELETE FROM services WHERE name = ?')
  const put = database.prepare<StoredService & { readonly name: string }>(
    'INSERT OR REPLACE INTO services (name, settings, sealed, user, at) VALUES (@name, @settings, @sealed, @user, @at)',
  )
  return {
    get: async (name) => row.get(name) ?? null,
    put: async (name, stored) => {
      if (stored) put.run({ name, ...stored })
      else remove.run(name)
    },
  }
}
