import type { Guesses } from './attempts.ts'
import type { Cuts } from './cuts.ts'
import type { Auth, AuthContext } from './store/auth.ts'
import type { Facts } from './store/database.ts'

/** What every part of the accounts stands on. */
export interface Base {
  readonly auth: Auth
  readonly context: AuthContext
  readonly cuts: Cuts
  readonly facts: Facts
  readonly guesses: Guesses
  /** Runs `work` while no other process that serves the company runs any so. */
  alone<T>(work: () => Promise<T>): Promise<T>
}
