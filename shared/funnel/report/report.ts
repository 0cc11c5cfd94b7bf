import type { FunnelColumns } from '../columns/columns.ts'
import { passByMove } from '../tally/move-pass.ts'
import { passByOrder } from '../tally/order-pass.ts'
import { chooseMembers, groupId } from '../tally/plan.ts'
import { type Block, Tally } from '../tally/tally.ts'
import type { FunnelBlock, FunnelClock, FunnelKind, FunnelOptions, FunnelReport } from '../types.ts'
import { ranksByName } from './names.ts'
import { readBlock } from './rows.ts'

/** The report's moment, where "now" is `now`. */
export function momentOf(options: FunnelOptions, now: number): number {
  return Math.floor(options.moment === 'now' ? now : options.moment)
}

/** Adds (1) or takes out (-1) the members from index `first` to before `end`. */
export function pass(tally: Tally, members: Uint8Array, first: number, end: number, sign: 1 | -1): void {
  tally.prepare()
  if (tally.plan.byMove) passByMove(tally, members, first, end, sign)
  else passByOrder(tally, members, first, end, sign)
}

/** Every order that takes part, added up. */
export function tallyOf(columns: FunnelColumns, options: FunnelOptions, now: number, clock?: FunnelClock): Tally {
  const tally = new Tally(columns, options, momentOf(options, now), clock)
  const members = chooseMembers(columns, options)
  pass(tally, members, 0, members.length, 1)
  return tally
}

/** The sales funnel over the columns, made anew; `now` is read where the options' moment is "now". */
export function funnelReport(columns: FunnelColumns, options: FunnelOptions, now: number): FunnelReport {
  return readReport(tallyOf(columns, options, now))
}

/** All that a tally says. */
export function readReport(tally: Tally): FunnelReport {
  return { moment: tally.moment, blocks: shownBlocks(tally).map((block) => readBlock(tally, block)) }
}

/**
 * Whether a block has a place in its report: by orders that of each kind asked for has, empty or not; that of a group, and
 * of a kind that is gone, only while it has orders (SPEC F28, F32).
 */
export function stands({ kind, group, orders }: FunnelBlock, kinds: readonly FunnelKind[]): boolean {
  return orders > 0 || (group === undefined && kinds.some(({ id, gone }) => id === kind && gone === undefined))
}

/** The blocks of the report in its order: by orders those of all kinds that are not gone, else those that have orders. */
function shownBlocks(tally: Tally): Block[] {
  const { columns, blocks } = tally
  const { kinds, options } = tally.plan
  const { by, names } = options
  if (by === 'order') return blocks.filter(({ orders, slot }) => orders > 0 || kinds[slot]?.gone === undefined)
  const idOf = ({ group }: Block) => groupId(columns, by, group)
  const ranks = ranksByName(new Set(blocks.map(idOf)), names)
  const rankOf = (block: Block) => ranks.get(idOf(block)) ?? 0
  return blocks.filter(({ orders }) => orders > 0).sort((a, b) => a.slot - b.slot || rankOf(a) - rankOf(b))
}
