import type Database from 'better-sqlite3'
import type { SendingStore, StoredSending } from '../sending.ts'

/** The table `sending`: one row, or none. */
export function sendingTable(database: Database.Database): SendingStore {
  const row = database.prepare<[], StoredSending>('SELECT settings, sealed, user, at FROM sending')
  const clear = database.prepare('DELETE FROM sending')
  const insert = database.prepare<StoredSending>('INSERT INTO sending VALUES (@settings, @sealed, @user, @at)')
  const put = database.transaction((stored: StoredSending) => {
    clear.run()
    insert.run(stored)
  })
  return {
    get: async () => row.get() ?? null,
    put: async (stored) => put.immediate(stored),
  }
}
