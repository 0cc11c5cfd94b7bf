import type Database from 'better-sqlite3'
import type { OwnMailStore, StoredOwnMail } from '../sending.ts'

/** The table `own_mails`. */
export function ownMailTable(database: Database.Database): OwnMailStore {
  const all = database.prepare<[], StoredOwnMail>('SELECT * FROM own_mails ORDER BY user')
  const one = database.prepare<[string], StoredOwnMail>('SELECT * FROM own_mails WHERE user = ?')
  const put = database.prepare<StoredOwnMail>(
    'INSERT OR REPLACE INTO own_mails (user, settings, sealed, at, refused) VALUES (@user, @settings, @sealed, @at, @refused)',
  )
  const refuse = database.prepare('UPDATE own_mails SET refused = ? WHERE user = ? AND at = ?')
  const remove = database.prepare('DELETE FROM own_mails WHERE user = ?')
  return {
    all: async () => all.all(),
    get: async (user) => one.get(user) ?? null,
    put: async (stored) => void put.run(stored),
    refuse: async (user, at, refused) => refuse.run(refused, user, at).changes > 0,
    remove: async (user) => remove.run(user).changes > 0,
  }
}
