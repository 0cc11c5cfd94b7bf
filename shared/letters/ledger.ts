/**
 * The ledger of mail: of each letter that a mail server lists, what became of it. It stands in the sync server, so that a new agent or a
 * new disk takes nothing twice and leaves nothing out. As JSON over HTTP, with the service key (sync-server/mail/ledger/SPEC.md):
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/agent/mail/ledger/folders?account= | | LedgerFolders |
 * | GET /api/agent/mail/ledger?account=&folder=&after=&isEarlier= | | FolderLedger: a page of its rows |
 * | GET /api/agent/mail/ledger/letters?account=&letters= | | LetterRows: where letters stand, by their ids with commas |
 * | POST /api/agent/mail/ledger | LedgerChange | Done: all of it stands, or nothing |
 * | POST /api/agent/mail/ledger/forget | LedgerForgetting | Done |
 */

/** `imported`: its record stands; `duplicate`: that of another entry is of the same letter, in the same folder; `filtered`: a rule leaves it
 * out; `failed`: it is tried again, `next`; `raw`: given up, shown as it came («Не разобрано»); `gone`: no longer listed. */
export const LEDGER_STATES = ['imported', 'duplicate', 'filtered', 'failed', 'raw', 'gone'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** Of what is sent at once: rows, UIDs that a cursor moves over, ids asked for; characters of texts; rows of a page. */
export const LEDGER_LIMITS = {
  rows: 100,
  covers: 1000,
  letters: 100,
  folder: 400,
  text: 200,
  why: 200,
  page: 5000,
} as const

/** One letter of a folder. */
export interface LedgerRow {
  readonly uid: number
  readonly state: LedgerState
  /** The id of its record, in the circle of its account; null: there is none. */
  readonly letter: string | null
  /** The entry of that record's `places`. */
  readonly place: string | null
  /** IMAP flags as they were heard or set last, by spaces: what both sides are compared with. */
  readonly flags: string
  readonly attempts: number
  /** When it is tried next, ms since 1970; null: not any more. */
  readonly next: number | null
  /** Why it is left out, or failed; empty: it is not. */
  readonly why: string
}

/** How far a folder is accounted for. */
export interface FolderCursor {
  /** UIDVALIDITY, in digits; of Gmail the account's own word. */
  readonly validity: string
  /** All UIDs up to this one are in the ledger. */
  readonly upto: number
  /** HIGHESTMODSEQ that the rows are of, or a history id, in digits; null: there is none. */
  readonly modseq: string | null
  /** How many letters the server lists. */
  readonly listed: number
}

export interface FolderLedger {
  /** Null: the folder was never listed. */
  readonly cursor: FolderCursor | null
  /** Behind `after`, by UID; of an earlier UIDVALIDITY where that is asked for. */
  readonly rows: readonly LedgerRow[]
  /** There are more behind the last. */
  readonly isMore: boolean
}

/** Rows in the place of those with their UIDs, and the cursor that stands behind them, in one transaction. */
export interface LedgerChange {
  readonly account: string
  readonly folder: string
  readonly cursor: FolderCursor
  readonly rows: readonly LedgerRow[]
  /** What the server lists between the cursor that stands and this one: each has a row, or all is refused. */
  readonly covers: readonly number[]
  /** The UIDVALIDITY is another: rows of the earlier one stand apart, until they are forgotten. */
  readonly isAnew: boolean
}

/** `earlier`: rows of an earlier UIDVALIDITY, once all letters were found anew. `folder`: all of one that is no more. */
export interface LedgerForgetting {
  readonly account: string
  readonly folder: string
  readonly what: 'earlier' | 'folder'
}

export type LedgerCounts = Readonly<Record<LedgerState, number>>

/** A folder with how many of its letters stand how. */
export interface LedgerFolder {
  readonly folder: string
  readonly cursor: FolderCursor
  readonly counts: LedgerCounts
  /** Rows of an earlier UIDVALIDITY. */
  readonly earlier: number
}

export interface LedgerFolders {
  readonly folders: readonly LedgerFolder[]
}

export interface LetterRows {
  readonly rows: readonly (LedgerRow & { readonly folder: string })[]
}
