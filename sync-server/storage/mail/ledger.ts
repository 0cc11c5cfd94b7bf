import { Failure } from '../../../shared/errors.ts'
import {
  type FolderCursor,
  LEDGER_STATES,
  type LedgerChange,
  type LedgerCounts,
  type LedgerFolder,
  type LedgerForgetting,
  type LedgerRow,
  type LedgerState,
  type LetterRows,
} from '../../../shared/letters/ledger.ts'

/** A page of a folder's rows. */
export interface RowsAsked {
  readonly account: string
  readonly folder: string
  /** Behind this UID. */
  readonly after: number
  readonly limit: number
  /** Those of an earlier UIDVALIDITY. */
  readonly isEarlier: boolean
}

/** The ledger of mail, as it is stored (mail/ledger/SPEC.md). */
export interface MailLedgerStore {
  folders(account: string): Promise<readonly LedgerFolder[]>
  cursor(account: string, folder: string): Promise<FolderCursor | null>
  rows(asked: RowsAsked): Promise<readonly LedgerRow[]>
  /** Where letters stand, in folders' present UIDVALIDITY. */
  letters(account: string, letters: readonly string[]): Promise<LetterRows['rows']>
  /** In one transaction. Failures: mail-ledger-account, mail-ledger-gap, mail-ledger-validity: nothing is done. */
  change(change: LedgerChange): Promise<void>
  forget(what: LedgerForgetting): Promise<void>
}

/** The columns of a row, after account, folder and validity. */
export const ROW_COLUMNS = ['uid', 'state', 'letter', 'place', 'flags', 'attempts', 'next', 'why'] as const

/** Whose cursor a change moves, and which UIDs must have a row before it. */
export interface Checked {
  /** The cursor is begun, under another UIDVALIDITY or for the first time. */
  readonly begins: boolean
  /** UIDs that it covers and has no row of. */
  readonly needed: readonly number[]
}

/** Looks a change over (SPEC ML2, ML3). Failures: mail-ledger-gap, mail-ledger-validity. */
export function checkChange({ cursor, covers, rows, isAnew }: LedgerChange, standing: FolderCursor | null): Checked {
  const isOther = standing !== null && standing.validity !== cursor.validity
  if (isOther && !isAnew) throw new Failure('mail-ledger-validity', {})
  const begins = standing === null || isOther
  const from = begins ? 0 : standing.upto
  const isOver = covers.some((uid) => uid > cursor.upto)
  if (cursor.upto < from || isOver) throw new Failure('mail-ledger-gap', {})
  const brought = new Set(rows.map(({ uid }) => uid))
  return { begins, needed: covers.filter((uid) => !brought.has(uid)) }
}

/** Refuses rows of an account that is not there (SPEC ML6). */
export function checkAccount(isThere: boolean): void {
  if (!isThere) throw new Failure('mail-ledger-account', {})
}

/** Refuses what moves over letters without rows. */
export function checkNeeded(needed: readonly number[], found: number): void {
  if (found < new Set(needed).size) throw new Failure('mail-ledger-gap', {})
}

/** A folder's cursor as its table has it. */
export interface StoredFolder extends FolderCursor {
  readonly folder: string
}

/** How many rows of a folder stand how. */
export interface StoredCount {
  readonly folder: string
  readonly isEarlier: number | boolean
  readonly state: LedgerState
  readonly count: number
}

export function foldersOf(stored: readonly StoredFolder[], counted: readonly StoredCount[]): LedgerFolder[] {
  return stored.map(({ folder, ...cursor }) => {
    const own = counted.filter((one) => one.folder === folder)
    const present = own.filter(({ isEarlier }) => !isEarlier)
    const countOf = (state: LedgerState) => present.find((one) => one.state === state)?.count ?? 0
    const counts = Object.fromEntries(LEDGER_STATES.map((state) => [state, countOf(state)])) as LedgerCounts
    const earlier = own.reduce((sum, { isEarlier, count }) => sum + (isEarlier ? count : 0), 0)
    return { folder, cursor, counts, earlier }
  })
}
