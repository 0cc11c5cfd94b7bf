import type { Account } from '../protocol.ts'

const KEY = 'voronka-account'
const LEAVING = 'voronka-leaving'

/** The account that signed in last on this device: with it the program starts while the server cannot be reached. */
export function rememberedAccount(): Account | null {
  const text = localStorage.getItem(KEY)
  return text === null ? null : (JSON.parse(text) as Account)
}

/** Keeps the account for the next start; null after signing out. */
export function rememberAccount(account: Account | null): void {
  if (account === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, JSON.stringify(account))
}

/** The remembered account has another name from now on. */
export function renameRemembered(name: string): void {
  const account = rememberedAccount()
  if (account) rememberAccount({ ...account, name })
}

/** Whether somebody has signed out here while the server could not be told. */
export function hasLeft(): boolean {
  return localStorage.getItem(LEAVING) !== null
}

export function rememberLeaving(isLeaving: boolean): void {
  if (isLeaving) localStorage.setItem(LEAVING, 'yes')
  else localStorage.removeItem(LEAVING)
}
