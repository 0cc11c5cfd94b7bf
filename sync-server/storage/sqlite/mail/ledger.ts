import type Database from 'better-sqlite3'
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

const COLUMNS = ROW_COLUMNS.join(', ')
const CURSOR = 'validity, upto, modseq, listed'
type Place = Pick<LedgerChange, 'account' | 'folder'>

/** The tables `mail_ledger` and `mail_folders`. */
export function mailLedger(database: Database.Database): MailLedgerStore {
  const cursorOf = database.prepare<Place, FolderCursor>(
    `SELECT ${CURSOR} FROM mail_folders WHERE account = @account AND folder = @folder`,
  )
  const cursor = ({ account, folder }: Place) => cursorOf.get({ account, folder }) ?? null
  const change = changing(database, cursor)
  const { forgetEarlier, forgetFolder } = forgetting(database)
  const { folders, rows, letters } = reading(database)
  return {
    folders: async (account) => folders(account),
    cursor: async (account, folder) => cursor({ account, folder }),
    rows: async (asked) => rows(asked),
    letters: async (account, ids) => letters(account, ids),
    change: async (wanted) => change.immediate(wanted),
    forget: async ({ account, folder, what }) => {
      if (what === 'folder') return forgetFolder.immediate({ account, folder })
      forgetEarlier.run({ account, folder })
    },
  }
}

function changing(database: Database.Database, cursorOf: (place: Place) => FolderCursor | null) {
  const account = database.prepare('SELECT 1 FROM mail_accounts WHERE id = ?')
  const has = database
    .prepare<[string, string, string, number], number>(
      'SELECT 1 FROM mail_ledger WHERE account = ? AND folder = ? AND validity = ? AND uid = ?',
    )
    .pluck()
  const put = database.prepare(
    `INSERT OR REPLACE INTO mail_ledger (account, folder, validity, ${COLUMNS})
     VALUES (@account, @folder, @validity, ${ROW_COLUMNS.map((name) => `@${name}`).join(', ')})`,
  )
  const move = database.prepare(
    `INSERT OR REPLACE INTO mail_folders (account, folder, ${CURSOR})
     VALUES (@account, @folder, @validity, @upto, @modseq, @listed)`,
  )
  return database.transaction((wanted: LedgerChange) => {
    const { folder, cursor, rows } = wanted
    checkAccount(account.get(wanted.account) !== undefined)
    const { needed } = checkChange(wanted, cursorOf(wanted))
    const found = [...new Set(needed)].filter((uid) => has.get(wanted.account, folder, cursor.validity, uid))
    checkNeeded(needed, found.length)
    for (const row of rows) put.run({ ...row, account: wanted.account, folder, validity: cursor.validity })
    move.run({ ...cursor, account: wanted.account, folder })
  })
}

function reading(database: Database.Database) {
  const cursors = database.prepare<[string], StoredFolder>(
    `SELECT folder, ${CURSOR} FROM mail_folders WHERE account = ? ORDER BY folder`,
  )
  const counts = database.prepare<[string], StoredCount>(
    `SELECT l.folder, l.validity <> f.validity AS isEarlier, l.state, count(*) AS count
     FROM mail_ledger l JOIN mail_folders f ON f.account = l.account AND f.folder = l.folder
     WHERE l.account = ? GROUP BY 1, 2, 3`,
  )
  const present = database.prepare<RowsAsked, LedgerRow>(pageOf('='))
  const earlier = database.prepare<RowsAsked, LedgerRow>(pageOf('<>'))
  const ofLetter = database.prepare<[string, string], LetterRows['rows'][number]>(
    `SELECT l.folder, ${ROW_COLUMNS.map((name) => `l.${name}`).join(', ')}
     FROM mail_ledger l JOIN mail_folders f ON f.account = l.account AND f.folder = l.folder AND f.validity = l.validity
     WHERE l.account = ? AND l.letter = ? ORDER BY l.folder, l.uid`,
  )
  return {
    folders: database.transaction((account: string) => foldersOf(cursors.all(account), counts.all(account))),
    rows: (asked: RowsAsked) => {
      const { isEarlier, ...rest } = asked
      return (isEarlier ? earlier : present).all(rest as RowsAsked)
    },
    letters: (account: string, ids: readonly string[]) => ids.flatMap((id) => ofLetter.all(account, id)),
  }
}

/** Rows of the folder whose UIDVALIDITY is, or is not, that of its cursor. */
function pageOf(compares: '=' | '<>'): string {
  return `SELECT ${COLUMNS} FROM mail_ledger WHERE account = @account AND folder = @folder AND uid > @after
    AND validity ${compares} (SELECT validity FROM mail_folders f WHERE f.account = @account AND f.folder = @folder)
    ORDER BY uid, validity LIMIT @limit`
}

function forgetting(database: Database.Database) {
  const forgetEarlier = database.prepare<Place>(
    `DELETE FROM mail_ledger WHERE account = @account AND folder = @folder
     AND validity <> (SELECT validity FROM mail_folders f WHERE f.account = @account AND f.folder = @folder)`,
  )
  const dropRows = database.prepare<Place>('DELETE FROM mail_ledger WHERE account = @account AND folder = @folder')
  const dropCursor = database.prepare<Place>('DELETE FROM mail_folders WHERE account = @account AND folder = @folder')
  return {
    forgetEarlier,
    forgetFolder: database.transaction((place: Place) => {
      dropRows.run(place)
      dropCursor.run(place)
    }),
  }
}
