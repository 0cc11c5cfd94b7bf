import type Database from 'better-sqlite3'
import type { MailAccountStore, StoredAccount } from '../../mail/accounts.ts'

/** The table `mail_accounts`. */
export function mailAccountTable(database: Database.Database): MailAccountStore {
  const all = database.prepare<[], StoredAccount>('SELECT * FROM mail_accounts ORDER BY id')
  const put = database.prepare<StoredAccount>(
    `INSERT OR REPLACE INTO mail_accounts (id, owner, settings, password, oauth, at, standing)
     VALUES (@id, @owner, @settings, @password, @oauth, @at, @standing)`,
  )
  const putAll = database.transaction((accounts: readonly StoredAccount[]) => {
    for (const account of accounts) put.run(account)
  })
  const stand = database.prepare('UPDATE mail_accounts SET standing = ? WHERE id = ? AND at = ?')
  const renew = database.prepare('UPDATE mail_accounts SET oauth = ? WHERE id = ? AND at = ?')
  const [account, rows, cursors] = [
    database.prepare('DELETE FROM mail_accounts WHERE id = ?'),
    database.prepare('DELETE FROM mail_ledger WHERE account = ?'),
    database.prepare('DELETE FROM mail_folders WHERE account = ?'),
  ]
  const remove = database.transaction((id: string) => {
    rows.run(id)
    cursors.run(id)
    return account.run(id).changes > 0
  })
  return {
    all: async () => all.all(),
    put: async (accounts) => putAll.immediate(accounts),
    stand: async (id, at, standing) => stand.run(standing, id, at).changes > 0,
    renew: async (id, at, oauth) => renew.run(oauth, id, at).changes > 0,
    remove: async (id) => remove.immediate(id),
  }
}
