import type { ProductGroup } from '../../../../shared/goods/collections.ts'
import { type GroupAt, groupsInOrder } from '../../../../shared/goods/groups/tree.ts'

/** A group as the tree shows it. */
export interface TreeRow extends GroupAt<ProductGroup> {
  readonly hasBelow: boolean
  readonly isOpen: boolean
  /** How many goods are in it and in what is below it. */
  readonly count: number
}

/** The groups that are seen: those below one that is closed are not. `own`: how many goods are in each itself. */
export function treeRows(
  all: readonly ProductGroup[],
  closed: ReadonlySet<string>,
  own: ReadonlyMap<string | null, number>,
): readonly TreeRow[] {
  const order = groupsInOrder(all)
  const rows: TreeRow[] = []
  let hiddenFrom = Number.POSITIVE_INFINITY
  for (const [at, { group, depth }] of order.entries()) {
    if (depth > hiddenFrom) continue
    const below = belowAt(order, at)
    const isOpen = !closed.has(group.id)
    hiddenFrom = isOpen ? Number.POSITIVE_INFINITY : depth
    const count = [order[at], ...below].reduce((sum, one) => sum + (own.get(one?.group.id ?? null) ?? 0), 0)
    rows.push({ group, depth, hasBelow: below.length > 0, isOpen, count })
  }
  return rows
}

/** Those behind a position that stand deeper than it. */
function belowAt(order: readonly GroupAt<ProductGroup>[], at: number): readonly GroupAt<ProductGroup>[] {
  const depth = order[at]?.depth ?? 0
  const end = order.findIndex((one, i) => i > at && one.depth <= depth)
  return order.slice(at + 1, end < 0 ? order.length : end)
}
