import type { Account } from '../protocol.ts'

const KEY = 'voronka-account'

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
