import type { StoredAccount } from '../mail/accounts.ts'

/** An account of the company’s, set in no way. */
export function storedAccount(id: string, change: Partial<StoredAccount> = {}): StoredAccount {
  return { id, owner: '', settings: '{}', password: 'sealed', oauth: '', at: 1, standing: '{}', ...change }
}
