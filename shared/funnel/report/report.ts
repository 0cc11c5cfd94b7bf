import type { FunnelColumns } from '../columns/columns.ts'
import { passByMove } from '../tally/move-pass.ts'
import { passByOrder } from '../tally/order-pass.ts'
import { chooseMembers } from '../tally/plan.ts'
import { type Block, Tally } from '../tally/tally.ts'
import type { FunnelBlock, FunnelOptions, FunnelReport } from '../types.ts'
import { byGroupName } from './names.ts'
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
export function tallyOf(columns: FunnelColumns, options: FunnelOptions, now: number): Tally {
  const tally = new Tally(columns, options, momentOf(options, now))
  const members = chooseMembers(columns, options)
  pass(tally, members, 0, members.length, 1)
  return tally
}

/** Whether a block stands in the report: by orders always, a group's while it has orders (SPEC F28). */
export function isShown(tally: Tally, block: Block): boolean {
  return tally.plan.options.by === 'order' || block.orders > 0
}

/** The blocks' figures in the order of the report. */
export function inReportOrder(tally: Tally, blocks: readonly { block: Block; read: FunnelBlock }[]): FunnelBlock[] {
  const byName = byGroupName(tally.plan.options.names)
  return [...blocks].sort((a, b) => a.block.slot - b.block.slot || byName(a.read, b.read)).map(({ read }) => read)
}

/** The sales funnel over the columns, made anew; `now` is read where the options' moment is "now". */
export function funnelReport(columns: FunnelColumns, options: FunnelOptions, now: number): FunnelReport {
  return readReport(tallyOf(columns, options, now))
}

/** All that a tally says. */
export function readReport(tally: Tally): FunnelReport {
  const shown = tally.blocks.filter((block) => isShown(tally, block))
  const blocks = shown.map((block) => ({ block, read: readBlock(tally, block) }))
  return { moment: tally.moment, blocks: inReportOrder(tally, blocks) }
}
