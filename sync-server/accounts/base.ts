import type { Cuts } from './cuts.ts'
import type { Auth, AuthContext } from './store/auth.ts'

/** What every part of the accounts stands on. */
export interface Base {
  readonly auth: Auth
  readonly context: AuthContext
  readonly cuts: Cuts
}
