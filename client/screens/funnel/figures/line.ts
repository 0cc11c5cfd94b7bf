import type { FunnelBlock, FunnelReason, FunnelRow, FunnelSpread } from '../../../../shared/funnel/index.ts'
import { percent } from '../../../../shared/funnel/report/rounding.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'

/** The measures of a state of a block, or of a block's whole way. Sums are minor units, shares whole percent. */
export interface Line {
  /** Null: the whole way. */
  readonly state: string | null
  readonly reached: number
  /** Of the first row; null for a whole way, which would always have 100. */
  readonly share: number | null
  /** Of a state from the row above, of a whole way from its first row to its last. */
  readonly conversion: number | null
  readonly hours: number | null
  /** Mean working hours. */
  readonly worked: number | null
  readonly median: number | null
  readonly p90: number | null
  readonly sum: number
  readonly losses: number
  readonly lossesShare: number | null
  readonly lossesSum: number
  readonly reasons: readonly FunnelReason[]
  readonly staying: number
  readonly stayingSum: number
  readonly reentries: number
  readonly reentered: number
}

/** The line of nothing at all. */
export const EMPTY_LINE: Line = {
  state: null,
  reached: 0,
  share: null,
  conversion: null,
  hours: null,
  worked: null,
  median: null,
  p90: null,
  sum: 0,
  losses: 0,
  lossesShare: null,
  lossesSum: 0,
  reasons: [],
  staying: 0,
  stayingSum: 0,
  reentries: 0,
  reentered: 0,
}

/** The lines of a block, a state each. */
export function linesOf(block: FunnelBlock, spread?: FunnelSpread): Line[] {
  return block.rows.map((row) => lineOf(row, spread))
}

/** The line of one state of a block; undefined where the block has it not. */
export function lineAt(block: FunnelBlock, state: string | undefined, spread?: FunnelSpread): Line | undefined {
  const row = block.rows.find((one) => one.state === state)
  return row && lineOf(row, spread)
}

/**
 * A block's whole way in one line: how many began it and their sum, how many of these came to its end, the mean hours
 * that an order of the block spent in it, all losses. «Завершен» is its end: standing there is neither time on the way
 * nor standing.
 */
export function wholeOf(block: FunnelBlock): Line {
  const first = block.rows[0]
  const way = block.rows.filter((row) => row.state !== COMPLETED)
  const add = (rows: readonly FunnelRow[], of: (row: FunnelRow) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0)
  const losses = add(block.rows, (row) => row.losses)
  return {
    state: null,
    reached: first?.reached ?? 0,
    share: null,
    conversion: block.rows.at(-1)?.fromFirst ?? null,
    hours: meanOnTheWay(way, block.orders),
    worked: null,
    median: null,
    p90: null,
    sum: first?.sum ?? 0,
    losses,
    lossesShare: losses === 0 ? null : percent(losses, first?.reached ?? 0),
    lossesSum: add(block.rows, (row) => row.lossesSum),
    reasons: block.reasons,
    staying: add(way, (row) => row.staying),
    stayingSum: add(way, (row) => row.stayingSum),
    reentries: add(block.rows, (row) => row.reentries),
    reentered: add(block.rows, (row) => row.reentered),
  }
}

function lineOf(row: FunnelRow, spread: FunnelSpread | undefined): Line {
  const hours = spread?.rows.find(({ state }) => state === row.state)
  return {
    state: row.state,
    reached: row.reached,
    share: row.fromFirst,
    conversion: row.fromPrevious,
    hours: row.hours,
    worked: hours?.worked ?? null,
    median: hours?.median ?? null,
    p90: hours?.p90 ?? null,
    sum: row.sum,
    losses: row.losses,
    lossesShare: row.lossesShare,
    lossesSum: row.lossesSum,
    reasons: row.reasons,
    staying: row.staying,
    stayingSum: row.stayingSum,
    reentries: row.reentries,
    reentered: row.reentered,
  }
}

/** The rows' hours are means to the hundredth, so this is right to about that. */
function meanOnTheWay(rows: readonly FunnelRow[], orders: number): number | null {
  if (orders === 0 || rows.every((row) => row.hours === null)) return null
  const hours = rows.reduce((sum, row) => sum + (row.hours ?? 0) * row.were, 0)
  return Math.round((hours / orders) * 100) / 100
}
