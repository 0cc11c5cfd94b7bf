import type { EffectAct, EffectResult } from '../../../shared/effects/ledger.ts'
import type { Effect, EffectState } from './ledger.ts'

/** The ledger of effects, as it is stored. Times are ms since 1970. */
export interface EffectStore {
  /**
   * Does acts in one transaction, on the disk when this resolves, nobody else’s between them; upon storage’s own clock,
   * the same for all servers of a company, unless another time is said.
   */
  act(acts: readonly EffectAct[], now?: number): Promise<readonly EffectResult[]>
  /** How many effects stand how, and when the first of them came to. */
  standing(): Promise<readonly EffectsStanding[]>
  /** Of what stands so since before then: outcomes of what is settled, and all of what nobody has done. */
  forget(before: number): Promise<void>
  /** Takes effects in that another ledger of the company has: what is settled or doubtful there is so here. */
  take(others: readonly Effect[]): Promise<void>
}

export interface EffectsStanding {
  readonly state: EffectState
  readonly count: number
  readonly oldest: number
}

/** The columns of the table, in the order of `rowOf`. */
export const EFFECT_COLUMNS = ['key', 'token', 'holder', 'nonce', 'until', 'mode', 'state', 'outcome', 'at'] as const

/** Which of two words on an effect counts: what is done stays done, what is in doubt stays so, else the newer word. */
export function isStronger(other: Effect, own: Effect | undefined): boolean {
  if (own === undefined) return true
  const [a, b] = [rankOf(other), rankOf(own)]
  if (a !== b) return a > b
  return other.token === own.token ? other.at > own.at : other.token > own.token
}

function rankOf({ state }: Effect): number {
  return state === 'settled' ? 2 : Number(state === 'doubtful')
}

/** More tokens than are given between a backup and its restoring. */
export const TOKEN_LEAP = 1_000_000_000
