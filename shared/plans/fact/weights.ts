import type { FunnelBlock } from '../../funnel/types.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'

/** What becomes of orders of one kind in one state, by the funnel (SPEC PF6). */
export interface Weight {
  /** Of those that came so far and have ended: how many with success. */
  readonly won: number
  readonly ended: number
  /** How many days after they come to it they usually end. */
  readonly days: number
}

/** By kind and state. */
export type Weights = ReadonlyMap<string, Weight>

const HOURS = 24

/** The weights of the states that the blocks have. */
export function weightsOf(blocks: Iterable<FunnelBlock>): Weights {
  const weights = new Map<string, Weight>()
  for (const { kind, rows } of blocks) {
    const won = rows.find(({ state }) => state === COMPLETED)?.staying ?? 0
    let [lost, hours] = [0, 0]
    for (const row of rows.toReversed()) {
      lost += row.losses
      if (row.state === COMPLETED) continue
      hours += row.hours ?? 0
      weights.set(weightKey(kind, row.state), { won, ended: won + lost, days: Math.ceil(hours / HOURS) })
    }
  }
  return weights
}

export function weightKey(kind: string | null, state: string | null): string {
  return JSON.stringify([kind, state])
}
