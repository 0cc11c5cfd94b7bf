import type { FolderCursor, LedgerChange, LedgerRow, LetterRows } from '../../../../shared/letters/ledger.ts'
import {
  checkAccount,
  checkChange,
  checkNeeded,
  foldersOf,
  type MailLedgerStore,
  ROW_COLUMNS,
  type RowsAsked,
  type StoredCount,
  type StoredFolder,
} from '../../mail/ledger.ts'
import { type Asked, inTransaction, type Pool, storable } from '../pool.ts'

const COLUMNS = ROW_COLUMNS.join(', ')
const TYPES = ['bigint', 'text', 'text', 'text', 'text', 'integer', 'bigint', 'text'] as const
const CURSOR = 'validity, upto, modseq, listed'

/** The tables `mail_ledger` and `mail_folders`. */
export function mailLedger(pool: Pool): MailLedgerStore {
  return {
    folders: (account) =>
      inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) => foldersIn(client, account)),
    cursor: (account, folder) => cursorOf(pool, { account, folder }),
    rows: (asked) => rowsIn(pool, asked),
    letters: (account, ids) => lettersIn(pool, account, ids),
    change: (change) => inTransaction(pool, 'BEGIN', (client) => changeIn(client, change)),
    forget: async ({ account, folder, what }) => {
      const earlier = 'AND validity <> (SELECT validity FROM mail_folders f WHERE f.account = $1 AND f.folder = $2)'
      if (what === 'earlier') return await drop(pool, 'mail_ledger', earlier, account, folder)
      await inTransaction(pool, 'BEGIN', async (client) => {
        await drop(client, 'mail_ledger', '', account, folder)
        await drop(client, 'mail_folders', '', account, folder)
      })
    },
  }
}

type Place = Pick<LedgerChange, 'account' | 'folder'>

async function cursorOf(asked: Asked, { account, folder }: Place, locked = ''): Promise<FolderCursor | null> {
  const { rows } = await asked.query<FolderCursor>(
    `SELECT ${CURSOR} FROM mail_folders WHERE account = $1 AND folder = $2 ${locked}`,
    [account, folder],
  )
  return rows[0] ?? null
}

async function changeIn(client: Asked, change: LedgerChange): Promise<void> {
  const { account, folder, cursor, rows } = change
  // Locked, so that it is not removed meanwhile.
  const { rowCount } = await client.query('SELECT 1 FROM mail_accounts WHERE id = $1 FOR KEY SHARE', [account])
  checkAccount(rowCount === 1)
  // Of two who begin a folder at once there is no row to lock.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`mail:${account}:${folder}`])
  const { needed } = checkChange(change, await cursorOf(client, change))
  const { rows: found } = await client.query(
    'SELECT uid FROM mail_ledger WHERE account = $1 AND folder = $2 AND validity = $3 AND uid = ANY($4)',
    [account, folder, cursor.validity, needed],
  )
  checkNeeded(needed, found.length)
  await put(client, change, rows)
  await client.query(
    `INSERT INTO mail_folders (account, folder, ${CURSOR}) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (account, folder) DO UPDATE SET validity = excluded.validity, upto = excluded.upto,
       modseq = excluded.modseq, listed = excluded.listed`,
    [account, folder, cursor.validity, cursor.upto, cursor.modseq, cursor.listed],
  )
}

async function put(client: Asked, { account, folder, cursor }: LedgerChange, rows: readonly LedgerRow[]) {
  if (rows.length === 0) return
  // A statement may touch a row once: of two for one UID the last counts.
  const byUid = [...new Map(rows.map((row) => [row.uid, row])).values()]
  const lists = TYPES.map((type, i) => `$${i + 4}::${type}[]`).join(', ')
  const rest = ROW_COLUMNS.slice(1).map((name) => `${name} = excluded.${name}`)
  await client.query(
    `INSERT INTO mail_ledger (account, folder, validity, ${COLUMNS}) SELECT $1, $2, $3, * FROM unnest(${lists})
     ON CONFLICT (account, folder, validity, uid) DO UPDATE SET ${rest.join(', ')}`,
    [account, folder, cursor.validity, ...ROW_COLUMNS.map((name) => byUid.map((row) => kept(row[name])))],
  )
}

function kept(value: string | number | null): string | number | null {
  return typeof value === 'string' ? storable(value) : value
}

async function foldersIn(client: Asked, account: string) {
  const { rows: cursors } = await client.query<StoredFolder>(
    `SELECT folder, ${CURSOR} FROM mail_folders WHERE account = $1 ORDER BY folder`,
    [account],
  )
  const { rows: counts } = await client.query<StoredCount>(
    `SELECT l.folder, l.validity <> f.validity AS "isEarlier", l.state, count(*) AS count
     FROM mail_ledger l JOIN mail_folders f ON f.account = l.account AND f.folder = l.folder
     WHERE l.account = $1 GROUP BY 1, 2, 3`,
    [account],
  )
  return foldersOf(cursors, counts)
}

async function rowsIn(asked: Asked, { account, folder, after, limit, isEarlier }: RowsAsked) {
  const { rows } = await asked.query<LedgerRow>(
    `SELECT ${COLUMNS} FROM mail_ledger WHERE account = $1 AND folder = $2 AND uid > $3
     AND validity ${isEarlier ? '<>' : '='} (SELECT validity FROM mail_folders f WHERE f.account = $1 AND f.folder = $2)
     ORDER BY uid, validity LIMIT $4`,
    [account, folder, after, limit],
  )
  return rows
}

async function lettersIn(asked: Asked, account: string, ids: readonly string[]): Promise<LetterRows['rows']> {
  const { rows } = await asked.query<LetterRows['rows'][number]>(
    `SELECT l.folder, ${ROW_COLUMNS.map((name) => `l.${name}`).join(', ')}
     FROM mail_ledger l JOIN mail_folders f ON f.account = l.account AND f.folder = l.folder AND f.validity = l.validity
     WHERE l.account = $1 AND l.letter = ANY($2) ORDER BY array_position($2, l.letter), l.folder, l.uid`,
    [account, ids],
  )
  return rows
}

async function drop(asked: Asked, table: string, which: string, account: string, folder: string): Promise<void> {
  await asked.query(`DELETE FROM ${table} WHERE account = $1 AND folder = $2 ${which}`, [account, folder])
}
