import { COMPLETED } from '../../orders/moves/completed.ts'
import type { FunnelBlock, FunnelRow } from '../types.ts'
import { percent } from './rounding.ts'

/** How a state's orders went on, of one month; shares are whole percent, null where no order reached the state. */
export interface TrendPoint {
  readonly reached: number
  /** Of these, how many reached the next state. */
  readonly next: number | null
  /** Of these, how many were completed with success. */
  readonly success: number | null
}

/** A state of a kind, month by month. */
export interface TrendRow {
  readonly state: string
  readonly points: readonly TrendPoint[]
}

/**
 * How conversion of a kind went, by the reports of its months, undefined where one is not here (SPEC F36): a row for each state but the
 * last, after which there is no way on.
 */
export function trendOf(months: readonly (FunnelBlock | undefined)[]): TrendRow[] {
  const states = months.find((block) => block !== undefined)?.rows.map(({ state }) => state) ?? []
  return states.slice(0, -1).map((state, place) => ({ state, points: months.map((block) => pointOf(block, place)) }))
}

function pointOf(block: FunnelBlock | undefined, place: number): TrendPoint {
  const [row, next] = [block?.rows[place], block?.rows[place + 1]]
  const reached = row?.reached ?? 0
  return { reached, next: shareOf(next?.reached ?? 0, reached), success: shareOf(successesIn(block?.rows), reached) }
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : percent(part, whole)
}

/** The orders that stand in «Завершен»: those completed with success (SPEC F16). */
function successesIn(rows: readonly FunnelRow[] = []): number {
  return rows.find(({ state }) => state === COMPLETED)?.staying ?? 0
}
