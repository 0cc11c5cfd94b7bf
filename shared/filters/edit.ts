import { type Filter, type FilterNode, isGroup, type Join } from './filter.ts'

/** Where a node stands: positions from the root down. */
export type At = readonly number[]

/** The node at a place; undefined where there is none. */
export function nodeAt(filter: Filter, [first, ...rest]: At): FilterNode | undefined {
  const node = first === undefined ? undefined : filter[first]
  if (!node || rest.length === 0) return node
  return isGroup(node) ? nodeAt(node.of, rest) : undefined
}

/** The filter with another node at a place; with null, without the one there. A place that is not there changes nothing. */
export function withNode(filter: Filter, at: At, node: FilterNode | null): Filter {
  return inPlace(filter, at, (nodes, i) => nodes.toSpliced(i, 1, ...(node ? [node] : [])))
}

/** The filter with a node added at the end of the group at a place; at the end of all for `[]`. */
export function withAdded(filter: Filter, at: At, node: FilterNode): Filter {
  if (at.length === 0) return [...filter, node]
  const group = nodeAt(filter, at)
  return group && isGroup(group) ? withNode(filter, at, { ...group, of: [...group.of, node] }) : filter
}

/** The filter with the node at a place one up (-1) or down (1) among its neighbours; at the end nothing happens. */
export function withMoved(filter: Filter, at: At, by: -1 | 1): Filter {
  return inPlace(filter, at, (nodes, i) => {
    const [node, to] = [nodes[i], i + by]
    if (!node || to < 0 || to >= nodes.length) return nodes
    return nodes.toSpliced(i, 1).toSpliced(to, 0, node)
  })
}

/** The filter with the node at a place put into a group of its own. */
export function withGrouped(filter: Filter, at: At, join: Join): Filter {
  const node = nodeAt(filter, at)
  return node ? withNode(filter, at, { join, of: [node] }) : filter
}

/** The filter with what stands in the group at a place in the place of the group. */
export function withUngrouped(filter: Filter, at: At): Filter {
  const group = nodeAt(filter, at)
  if (!group || !isGroup(group)) return filter
  return inPlace(filter, at, (nodes, i) => nodes.toSpliced(i, 1, ...group.of))
}

/** The filter with the node at a place at the end of the group that stands before it; where none does, nothing happens. */
export function withPutIn(filter: Filter, at: At): Filter {
  return inPlace(filter, at, (nodes, i) => {
    const [node, before] = [nodes[i], nodes[i - 1]]
    if (!node || !before || !isGroup(before)) return nodes
    return nodes.toSpliced(i - 1, 2, { ...before, of: [...before.of, node] })
  })
}

/** The filter with the node at a place behind the group that it stands in; one that stands in none stays. */
export function withTakenOut(filter: Filter, at: At): Filter {
  const node = nodeAt(filter, at)
  const group = at.slice(0, -1)
  if (!node || group.length === 0) return filter
  return inPlace(withNode(filter, at, null), group, (nodes, i) => nodes.toSpliced(i + 1, 0, node))
}

/** The filter with the node at a place switched on or off. */
export function withSwitched(filter: Filter, at: At, isOn: boolean): Filter {
  const node = nodeAt(filter, at)
  if (!node) return filter
  const { off: _, ...rest } = node
  return withNode(filter, at, isOn ? rest : { ...rest, off: true })
}

function inPlace(
  nodes: Filter,
  [first, ...rest]: At,
  change: (nodes: Filter, position: number) => readonly FilterNode[],
): Filter {
  const node = first === undefined ? undefined : nodes[first]
  if (first === undefined || !node) return nodes
  if (rest.length === 0) return change(nodes, first)
  return isGroup(node) ? nodes.toSpliced(first, 1, { ...node, of: inPlace(node.of, rest, change) }) : nodes
}
