import type { BetterAuthOptions } from 'better-auth'
import type { Guesses } from '../attempts.ts'

/** Where a company's accounts are kept. */
export interface AccountsDatabase {
  /** As the accounts' library takes it. */
  readonly database: NonNullable<BetterAuthOptions['database']>
  readonly facts: Facts
  readonly guesses: Guesses
  /** Runs `work` while no other process that serves the company runs any so. */
  alone<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Facts about the company's accounts that stand outside their tables. */
export interface Facts {
  /** What session cookies are signed with; made at first use. */
  readonly secret: string
  /** Where the server was last reached, `https://crm.example`. */
  address(): Promise<string>
  keepAddress(address: string): Promise<void>
  /** Since when everybody must sign in with a second factor; null while that is left to each. */
  requiredSince(): Promise<number | null>
  keepRequiredSince(at: number | null): Promise<void>
}

/** Texts by name, however they are kept. */
export interface Shelf {
  get(name: string): Promise<string | undefined>
  put(name: string, value: string): Promise<void>
  /** Unless there is one of the name already. */
  putOnce(name: string, value: string): Promise<void>
  drop(name: string): Promise<void>
}

const REQUIRED = 'second-factor-required-since'

/** The facts on a shelf. `fresh` is the secret where there is none yet. */
export async function factsOn(shelf: Shelf, fresh: string): Promise<Facts> {
  await shelf.putOnce('secret', fresh)
  const secret = (await shelf.get('secret')) ?? fresh
  return {
    secret,
    address: async () => (await shelf.get('address')) ?? 'http://localhost',
    keepAddress: (address) => shelf.put('address', address),
    requiredSince: async () => {
      const at = await shelf.get(REQUIRED)
      return at === undefined ? null : Number(at)
    },
    keepRequiredSince: (at) => (at === null ? shelf.drop(REQUIRED) : shelf.put(REQUIRED, String(at))),
  }
}
