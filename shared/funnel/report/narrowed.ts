import { int } from '../columns/cells.ts'
import type { FunnelColumns } from '../columns/columns.ts'
import { filterOf } from '../tally/plan.ts'
import type { FunnelBlock, FunnelOptions } from '../types.ts'

/** The options of a report of no more than these blocks, and their groups' blocks of their other kinds. */
export function narrowed(
  columns: FunnelColumns,
  options: FunnelOptions,
  blocks: readonly FunnelBlock[],
): FunnelOptions {
  const { by } = options
  const kinds = options.kinds.filter(({ id }) => blocks.some(({ kind }) => kind === id))
  if (by === 'order') return { ...options, kinds }
  const numbers = columns.orders[by]
  const groups = new Set(blocks.map(({ group }) => columns.groups[by].numberOrNone(group)))
  const passes = filterOf(columns, options)
  return { ...options, kinds, filter: (index) => groups.has(int(numbers, index)) && (!passes || passes(index)) }
}
