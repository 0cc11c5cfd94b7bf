import { compareNames, type FunnelBlock, type FunnelSpread, keyOf } from '../../../../shared/funnel/index.ts'
import { sortValue } from '../figures/columns.ts'
import { type Line, lineAt, wholeOf } from '../figures/line.ts'
import type { GroupOrder } from '../view/view.ts'

/** One customer, manager or department within a kind. */
export interface Group {
  readonly key: string
  readonly group: string | null
  /** Null for «none». */
  readonly name: string | null
  /** What its row shows: its whole way, or the state that is compared. */
  readonly line: Line
}

/** The groups of a kind's blocks; `state`: compare by that state instead of the whole way. */
export function groupsOf(
  blocks: readonly FunnelBlock[],
  nameOf: (group: string) => string,
  state: string | undefined,
  spreadOf: (key: string) => FunnelSpread | undefined,
): Group[] {
  return blocks.map((block) => {
    const key = keyOf(block)
    const group = block.group ?? null
    const line = lineAt(block, state, spreadOf(key)) ?? wholeOf(block)
    return { key, group, name: group === null ? null : nameOf(group), line }
  })
}

/** Sorts groups; those without a value come last either way, equal ones by name. */
export function sortGroups(groups: readonly Group[], { by, down }: GroupOrder): Group[] {
  const byName = (a: Group, b: Group) => compareNames(a.name, b.name) || compareNames(a.key, b.key)
  if (by === 'name') {
    const named = groups.filter((one) => one.name !== null).sort(byName)
    return [...(down ? named.reverse() : named), ...groups.filter((one) => one.name === null)]
  }
  return groups
    .map((group) => ({ group, value: sortValue(group.line, by) }))
    .sort((a, b) => byValue(a.value, b.value, down) || byName(a.group, b.group))
    .map(({ group }) => group)
}

/** The order after a press on a column's head: names begin with А, measures with the greatest. */
export function turned(order: GroupOrder, by: GroupOrder['by']): GroupOrder {
  return { by, down: order.by === by ? !order.down : by !== 'name' }
}

function byValue(a: number | null, b: number | null, down: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return down ? b - a : a - b
}
