import type { AccountSide } from './accounts.ts'

/** What an agent finds where it tries an account as it is set in a form (errands.ts). */

/** Why a server cannot be worked with. `other`: what it said says it. */
export const CHECK_TROUBLES = [
  'nameUnknown',
  'portClosed',
  'silent',
  'tlsUntrusted',
  'tlsMissing',
  'passwordRefused',
  'passwordMissing',
  'other',
] as const
export type CheckTrouble = (typeof CHECK_TROUBLES)[number]

/** How one line of an account was found. */
export interface CheckStep {
  readonly side: AccountSide
  /** Null: all is well. */
  readonly trouble: CheckTrouble | null
  /** What the server, or the network, said; empty: nothing. */
  readonly said: string
}

export interface CheckedFolder {
  readonly path: string
  /** What the server says that it is for: `\\Sent`, `\\Trash`, … */
  readonly use: string | null
}

export interface CheckAnswer {
  /** One for each line that the account has. */
  readonly steps: readonly CheckStep[]
  /** Folders that letters may be taken from; null: the account does not receive, or its server could not be worked with. */
  readonly folders: readonly CheckedFolder[] | null
}
