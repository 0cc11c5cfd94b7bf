import type { Account } from '../../protocol.ts'
import { keepText, keptValue } from './kept-texts.ts'

/** What a device has that nobody else has: changes that the server has not taken, and orders that are not recorded yet. */
export interface OnlyHere {
  readonly unsent: number
  readonly drafts: number
}

/**
 * How an account's data on this device were seen last. It stands beside the databases, where it outlives their clearing:
 * with its data a device loses its replica, and is given another.
 */
export interface UnsentMark extends OnlyHere {
  readonly replica: string
  /** What went when the browser cleared the data while the program was closed, until that is read; null: nothing is to be told. */
  readonly lost: OnlyHere | null
}

/** The mark when the data are seen as they are now. */
export function markAfter(before: UnsentMark | null, now: Omit<UnsentMark, 'lost'>): UnsentMark {
  if (before === null || before.replica === now.replica) return { ...now, lost: before?.lost ?? null }
  const { unsent, drafts } = before.lost ?? { unsent: 0, drafts: 0 }
  return { ...now, lost: { unsent: before.unsent + unsent, drafts: before.drafts + drafts } }
}

/** The mark when what was lost has been read. */
export function readMark(mark: UnsentMark): UnsentMark {
  return { ...mark, lost: null }
}

export function keptMark(account: Account): UnsentMark | null {
  return keptValue<UnsentMark>(keyOf(account))
}

/** Null: nothing of the account is to be on this device any more. */
export function keepMark(account: Account, mark: UnsentMark | null): void {
  keepText(keyOf(account), mark && JSON.stringify(mark))
}

function keyOf({ company, user }: Account): string {
  return `voronka-unsent ${company}/${user}`
}
