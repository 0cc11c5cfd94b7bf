import type { Account } from '../protocol.ts'
import { dropPicture, keptPicture } from './kept-picture.ts'

const KEY = 'voronka-account'
const LEAVING = 'voronka-leaving'
const PUT_OFF = 'voronka-factor-later'
const ASKED = 'voronka-asked-to-keep'

/**
 * The account that signed in last on this device: with it the program starts while the server cannot be reached. None
 * where the browser refuses storage (it throws at the very mention): then the server is asked.
 */
export function rememberedAccount(): Account | null {
  try {
    const text = localStorage.getItem(KEY)
    return text === null ? null : (JSON.parse(text) as Account)
  } catch {
    return null
  }
}

/**
 * Keeps the account for the next start; null after signing out. Without storage the next start asks for signing in. What
 * stood on another's screen goes.
 */
export function rememberAccount(account: Account | null): void {
  if (account === null || keptPicture(account) === null) dropPicture()
  try {
    if (account === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(account))
  } catch {
    // see rememberedAccount(): what refuses to keep it keeps nothing of the session either, and says so
  }
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

/** Whether who works in this tab has put off setting up a second factor. */
export function hasPutOff(): boolean {
  return sessionStorage.getItem(PUT_OFF) !== null
}

export function rememberPuttingOff(): void {
  sessionStorage.setItem(PUT_OFF, 'yes')
}

/** Whether the browser was asked here to keep what the program stores; where it refuses storage, there is nothing to ask. */
export function hasAskedToKeep(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null
  } catch {
    return true
  }
}

export function rememberAsking(): void {
  localStorage.setItem(ASKED, 'yes')
}
