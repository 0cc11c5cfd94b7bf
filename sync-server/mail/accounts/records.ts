import { SHUT_OUT } from '../../../shared/letters/accounts.ts'
import { mailAccounts } from '../../../shared/letters/collections.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { StoredAccount } from '../../storage/mail/accounts.ts'
import { COMPANY_OWNER, type LineStanding, type Standing, settingsIn, standingIn } from './stored.ts'

export type AccountValues = Draft<typeof mailAccounts>

/** What everybody may know of an account (SPEC MA5); `isShutOut`: its person may sign in no more. */
export function valuesOf(stored: StoredAccount, isShutOut: boolean): AccountValues {
  const { name, address, receive, send, isDefault, folders, signature, isOff } = settingsIn(stored)
  const owner = stored.owner === COMPANY_OWNER ? null : stored.owner
  const set = { name: name || address, address, owner, receives: receive !== null, sends: send !== null }
  const state = isShutOut ? ({ state: 'off', trouble: SHUT_OUT } as const) : stateOf(standingIn(stored), isOff)
  return { ...set, isDefault, folders, signature, changed: stored.at, ...state }
}

/** The worse of both lines. */
export function stateOf(standing: Standing, isOff: boolean): Pick<AccountValues, 'state' | 'trouble'> {
  if (isOff) return { state: 'off', trouble: null }
  const lines = [standing.receive, standing.send].filter((line) => line !== undefined)
  const worst = (['refused', 'unreachable', 'connected'] as const).map((state) => lineOf(lines, state)).find(Boolean)
  return worst ?? { state: null, trouble: null }
}

function lineOf(lines: readonly LineStanding[], state: LineStanding['state']): LineStanding | undefined {
  return lines.find((line) => line.state === state)
}

/** Whether the record says that its person may sign in no more. */
export function isSaidShutOut(tx: Transaction, { id }: StoredAccount): boolean {
  return tx.find(mailAccounts, id)?.trouble === SHUT_OUT
}

/** Brings the record in line; what reads so already is not written. */
export function putRecord(tx: Transaction, id: string, values: AccountValues): void {
  const row = tx.find(mailAccounts, id)
  if (row?.gone) tx.restore(mailAccounts, id)
  if (row) tx.set(mailAccounts, id, values)
  else tx.create(mailAccounts, id, values)
}
