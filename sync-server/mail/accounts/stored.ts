import type { Account, AccountSide, AccountState } from '../../../shared/letters/accounts.ts'
import type { StoredAccount } from '../../storage/mail/accounts.ts'

/** How an account is set, without its secrets. */
export type Settings = Omit<Account<never>, 'password' | 'oauth'>

export interface LineStanding {
  readonly state: AccountState
  /** What its server said; null: nothing is wrong. */
  readonly trouble: string | null
}

/** How the lines of an account stand; one that nobody has tried is not there. */
export type Standing = { readonly [side in AccountSide]?: LineStanding }

/** The owner of the company's accounts, as it is stored. */
export const COMPANY_OWNER = ''

export function settingsIn({ settings }: StoredAccount): Settings {
  return JSON.parse(settings) as Settings
}

export function standingIn({ standing }: StoredAccount): Standing {
  return JSON.parse(standing) as Standing
}

/** An account with other settings, as of `now`; how it stood says nothing any more. */
export function changedTo(stored: StoredAccount, settings: Settings, now: number): StoredAccount {
  return { ...stored, settings: JSON.stringify(settings), at: Math.max(now, stored.at + 1), standing: '{}' }
}
