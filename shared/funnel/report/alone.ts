import type { FunnelColumns } from '../columns/columns.ts'
import { chooseMembers } from '../tally/plan.ts'
import { type Block, Tally } from '../tally/tally.ts'
import type { FunnelOptions } from '../types.ts'
import { momentOf, pass } from './report.ts'

/**
 * Shows each order that is in a figure by itself: while `visit` runs, the tally holds this order alone, in `block`. So whatever is told
 * of single orders follows from the very sums that make the report.
 */
export function forEachAlone(
  columns: FunnelColumns,
  options: FunnelOptions,
  now: number,
  visit: (tally: Tally, block: Block, index: number) => void,
): void {
  const tally = new Tally(columns, options, momentOf(options, now))
  const members = chooseMembers(columns, options)
  for (let index = 0; index < members.length; index++) {
    if (members[index] === 0) continue
    tally.latest = undefined
    pass(tally, members, index, index + 1, 1)
    const block: Block | undefined = tally.latest
    if (!block) continue
    visit(tally, block, index)
    pass(tally, members, index, index + 1, -1)
  }
}
