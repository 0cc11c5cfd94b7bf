import type { Account } from '../../protocol.ts'
import { dropPictureOfOthers } from './kept-picture.ts'
import { keepText, keptText, keptValue } from './kept-texts.ts'

const KEY = 'voronka-account'
const LEAVING = 'voronka-leaving'
const PUT_OFF = 'voronka-factor-later'
const ASKED = 'voronka-asked-to-keep'

/**
 * The account that signed in last on this device: with it the program starts while the server cannot be reached. None
 * where the browser refuses storage: then the server is asked.
 */
export function rememberedAccount(): Account | null {
  return keptValue<Account>(KEY)
}

/**
 * Keeps the account for the next start; null after signing out. Where it cannot be kept, nothing of the session is
 * either, and the next start asks for signing in. What stood on another's screen goes.
 */
export function rememberAccount(account: Account | null): void {
  void dropPictureOfOthers(account)
  keepText(KEY, account && JSON.stringify(account))
}

/** The remembered account has another name from now on. */
export function renameRemembered(name: string): void {
  const account = rememberedAccount()
  if (account) rememberAccount({ ...account, name })
}

/** Whether somebody has signed out here while the server could not be told. */
export function hasLeft(): boolean {
  return keptText(LEAVING) !== null
}

export function rememberLeaving(isLeaving: boolean): void {
  keepText(LEAVING, isLeaving ? 'yes' : null)
}

/** Whether who works in this tab has put off setting up a second factor. */
export function hasPutOff(): boolean {
  return keptText(PUT_OFF, ofTab) !== null
}

export function rememberPuttingOff(): void {
  keepText(PUT_OFF, 'yes', ofTab)
}

/** Whether the browser was asked here to keep what the program stores. */
export function hasAskedToKeep(): boolean {
  return keptText(ASKED) !== null
}

/** False where the browser refuses storage: then there is nothing to ask. */
export function rememberAsking(): boolean {
  return keepText(ASKED, 'yes')
}

function ofTab(): Storage {
  return sessionStorage
}
