/**
 * The ledger of mail: of each letter that a mail server lists, what became of it. It stands in the sync server, so that a new agent or a
 * new disk takes nothing twice and leaves nothing out. As JSON over HTTP, with the service key:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/agent/mail/ledger?account=&folder= | | FolderLedger |
 * | POST /api/agent/mail/ledger | LedgerChange | Done: all of it stands, or nothing |
 */

/** `imported`: its record stands; `duplicate`: that of another entry is of the same letter, in the same folder; `filtered`: a rule leaves it
 * out; `failed`: it is tried again, `next`; `raw`: given up, shown as it came («Не разобрано»); `gone`: no longer listed. */
export const LEDGER_STATES = ['imported', 'duplicate', 'filtered', 'failed', 'raw', 'gone'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

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
  readonly rows: readonly LedgerRow[]
}

/** Rows in the place of those with their UIDs, and the cursor that stands behind them, in one transaction. */
export interface LedgerChange {
  readonly account: string
  readonly folder: string
  readonly cursor: FolderCursor
  readonly rows: readonly LedgerRow[]
  /** The UIDVALIDITY is another: the rows of the earlier one go. */
  readonly isAnew: boolean
}
