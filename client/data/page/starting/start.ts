import type { Account as ServerAccount, ServerState } from '../../../../shared/accounts/api.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Account } from '../../protocol.ts'
import { api } from '../api.ts'
import {
  hasLeft,
  hasPutOff,
  rememberAccount,
  rememberedAccount,
  rememberLeaving,
  rememberPuttingOff,
} from '../kept/remembered.ts'

/** How long the server may take to answer before the program starts with what the device remembers. */
const PATIENCE = 4000

type Company = NonNullable<ServerState['company']>

/** With what the program starts on this device. */
export type Start =
  /** `asksCode`: it shows the code that the server's console printed. */
  | { readonly begin: 'first'; readonly asksCode: boolean }
  | { readonly begin: 'sign-in'; readonly state: ServerState }
  /** `checked`: how the program begins by the server's word, where it does not wait for that. */
  | { readonly begin: 'work'; readonly account: Account; readonly checked?: Promise<Start> }
  /** The company asks for a second factor by `due`; `mayWait` while that is to come. */
  | { readonly begin: 'factor'; readonly account: Account; readonly due: number; readonly mayWait: boolean }
  /** The server cannot be reached, and nobody is signed in on this device: not yet, or no more. */
  | { readonly begin: 'unreachable'; readonly hasLeft: boolean }

/** The account that signed in last begins at once, while the server is asked; without one the server's word is awaited. */
export async function start(): Promise<Start> {
  const account = hasLeft() ? null : rememberedAccount()
  return account ? { begin: 'work', account, checked: ask() } : ask()
}

/** Asks the server who is signed in; when it cannot be reached, the account that signed in last goes on offline. */
export async function ask(): Promise<Start> {
  if (hasLeft() && !(await ended())) return { begin: 'unreachable', hasLeft: true }
  const remembered = rememberedAccount()
  const state = await stateOf(remembered === null ? Number.POSITIVE_INFINITY : PATIENCE)
  if (state === null)
    return remembered ? { begin: 'work', account: remembered } : { begin: 'unreachable', hasLeft: false }
  if (state.company === null || !state.setUp) return { begin: 'first', asksCode: state.asksCode }
  if (state.account === null) return { begin: 'sign-in', state }
  return begun(state.account, state.company, state)
}

/** What a signed-in account does first. One that has put it off works on in this tab until its time is over. */
function begun(signedIn: ServerAccount, company: Company, { factorDue, time }: ServerState): Start {
  const account = { ...signedIn, company: company.id, companyName: company.name }
  const mayWait = factorDue === null || factorDue > time
  if (mayWait) rememberAccount(account)
  if (factorDue === null || (mayWait && hasPutOff())) return { begin: 'work', account }
  return { begin: 'factor', account, due: factorDue, mayWait }
}

/** Goes on to work without a second factor, as long as one may. */
export function putOffFactor(account: Account): Start {
  rememberPuttingOff()
  return { begin: 'work', account }
}

/** Whether the server's word changes nothing for an account that has begun already; its names may have changed. */
export function isStill(account: Account, start: Start): boolean {
  if (start.begin !== 'work') return false
  return (['company', 'user', 'role', 'person'] as const).every((name) => start.account[name] === account[name])
}

/**
 * Signs out on this device: unsent writes stay in the account's stores and go when it signs in again. While the server
 * does not answer, the device keeps in mind that the session is still to be ended.
 */
export async function signOut(): Promise<void> {
  rememberAccount(null)
  rememberLeaving(true)
  await ended()
}

/** Ends the session on the server; false while that cannot be reached. */
async function ended(): Promise<boolean> {
  try {
    await soon(api('POST', '/api/auth/sign-out', {}), PATIENCE)
  } catch (error) {
    if (error instanceof Failure && error.code === 'server-unreachable') return false
    throw error
  }
  rememberLeaving(false)
  return true
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
