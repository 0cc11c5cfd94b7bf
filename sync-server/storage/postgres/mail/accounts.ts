import type { MailAccountStore, StoredAccount } from '../../mail/accounts.ts'
import { inTransaction, type Pool } from '../pool.ts'

const COLUMNS = 'id, owner, settings, password, oauth, at, standing'
const PUT = `INSERT INTO mail_accounts (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, settings = excluded.settings, password = excluded.password,
    oauth = excluded.oauth, at = excluded.at, standing = excluded.standing`

/** The table `mail_accounts`. */
export function mailAccountTable(pool: Pool): MailAccountStore {
  return {
    all: async () => (await pool.query<StoredAccount>(`SELECT ${COLUMNS} FROM mail_accounts ORDER BY id`)).rows,
    put: (accounts) =>
      inTransaction(pool, 'BEGIN', async (client) => {
        for (const { id, owner, settings, password, oauth, at, standing } of accounts)
          await client.query(PUT, [id, owner, settings, password, oauth, at, standing])
      }),
    stand: async (id, at, standing) => {
      const update = 'UPDATE mail_accounts SET standing = $1 WHERE id = $2 AND at = $3'
      return ((await pool.query(update, [standing, id, at])).rowCount ?? 0) > 0
    },
    renew: async (id, at, oauth) => {
      const update = 'UPDATE mail_accounts SET oauth = $1 WHERE id = $2 AND at = $3'
      return ((await pool.query(update, [oauth, id, at])).rowCount ?? 0) > 0
    },
    remove: (id) =>
      inTransaction(pool, 'BEGIN', async (client) => {
        // First of all: whoever writes rows of it has locked it, and nobody begins to any more.
        const { rowCount } = await client.query('DELETE FROM mail_accounts WHERE id = $1', [id])
        await client.query('DELETE FROM mail_ledger WHERE account = $1', [id])
        await client.query('DELETE FROM mail_folders WHERE account = $1', [id])
        return (rowCount ?? 0) > 0
      }),
  }
}
