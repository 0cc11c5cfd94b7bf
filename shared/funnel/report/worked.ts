import { byte, float, int } from '../columns/cells.ts'
import type { FunnelColumns } from '../columns/columns.ts'
import { FIELDS } from '../tally/fields.ts'
import { groupId } from '../tally/plan.ts'
import type { Block, Tally } from '../tally/tally.ts'
import type { FunnelBlock, FunnelClock, FunnelOptions, FunnelSpread } from '../types.ts'
import { keyOf } from './key.ts'
import { narrowed } from './narrowed.ts'
import { momentOf, tallyOf } from './report.ts'
import { hoursOf } from './rows.ts'

/** What working hours are counted by. */
export interface Working {
  /** Milliseconds, "now" where the options say so. */
  readonly now: number
  /** A clock for instants from one to another. */
  clock(from: number, to: number): FunnelClock
}

/**
 * The mean of the company's working hours of every row with orders (SPEC F34), by a pass of its own; blocks in no order, beside
 * `spread` where that was asked for too. `of`: of these blocks of the report alone.
 */
export function funnelWorked(
  columns: FunnelColumns,
  whole: FunnelOptions,
  { now, clock }: Working,
  { spread = [], of }: { readonly spread?: readonly FunnelSpread[]; readonly of?: readonly FunnelBlock[] | undefined },
): FunnelSpread[] {
  const options = of ? narrowed(columns, whole, of) : whole
  const moment = momentOf(options, now)
  const tally = tallyOf(columns, options, now, clock(firstMove(columns, moment), moment))
  const known = new Map(spread.map((one) => [keyOf(one), one]))
  return tally.blocks.filter(({ orders }) => orders > 0).map((block) => workedOf(tally, block, known))
}

function workedOf(tally: Tally, block: Block, known: ReadonlyMap<string, FunnelSpread>): FunnelSpread {
  const { kinds, options } = tally.plan
  const kind = kinds[block.slot]
  const head = options.by === 'order' ? {} : { group: groupId(tally.columns, options.by, block.group) }
  const of = { kind: kind?.id ?? '', ...head }
  const spread = known.get(keyOf(of))
  const rows = (kind?.states ?? []).map((state, i) => ({
    ...(spread?.rows[i] ?? { state, median: null, p90: null }),
    worked: hoursOf(tally, block.base + i * FIELDS),
  }))
  return { ...of, rows }
}

/** When the first of the orders' moves was made, the moment where there is none before it. */
function firstMove({ orders, moves }: FunnelColumns, moment: number): number {
  let first = moment
  for (let index = 0; index < orders.starts.length; index++) {
    if (byte(orders.live, index) === 0 || int(orders.counts, index) === 0) continue
    first = Math.min(first, float(moves.times, int(orders.starts, index)))
  }
  return first
}
