import type { Account as ServerAccount, ServerState } from '../../../shared/accounts/api.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Account } from '../protocol.ts'
import { api } from './api.ts'
import { rememberAccount, rememberedAccount } from './remembered.ts'

/** How long the server may take to answer before the program starts with what the device remembers. */
const PATIENCE = 4000

/** With what the program starts on this device. */
export type Start =
  | { readonly begin: 'first' }
  | { readonly begin: 'sign-in'; readonly state: ServerState }
  | { readonly begin: 'work'; readonly account: Account }
  /** The server cannot be reached, and nobody has signed in on this device yet. */
  | { readonly begin: 'unreachable' }

/** Asks the server who is signed in; when it cannot be reached, the account that signed in last goes on offline. */
export async function start(): Promise<Start> {
  const remembered = rememberedAccount()
  const state = await stateOf(remembered === null ? Number.POSITIVE_INFINITY : PATIENCE)
  if (state === null) return remembered ? { begin: 'work', account: remembered } : { begin: 'unreachable' }
  if (state.company === null || !state.setUp) return { begin: 'first' }
  if (state.account === null) return { begin: 'sign-in', state }
  return { begin: 'work', account: remember(state.account, state.company) }
}

/** Signs out on this device: unsent writes stay in the account's stores and go when it signs in again. */
export async function signOut(): Promise<void> {
  await api('POST', '/api/auth/sign-out', {})
  rememberAccount(null)
}

function remember(signedIn: ServerAccount, company: { readonly id: string; readonly name: string }): Account {
  const account = { ...signedIn, company: company.id, companyName: company.name }
  rememberAccount(account)
  return account
}

async function stateOf(patience: number): Promise<ServerState | null> {
  try {
    return await soon(api<ServerState>('GET', '/api/state'), patience)
  } catch (error) {
    if (error instanceof Failure && error.code === 'server-unreachable') return null
    throw error
  }
}

/** Rejects with `server-unreachable` after `ms`. */
function soon<T>(answer: Promise<T>, ms: number): Promise<T> {
  if (ms === Number.POSITIVE_INFINITY) return answer
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Failure('server-unreachable')), ms))
  return Promise.race([answer, late])
}
