import { type LaidOut, type Layout, takesMany, targetsOf } from './layout.ts'

/** A layout in which a column goes to a target, null: nowhere. A target that takes one column loses the one that it had. */
export function sentTo(layout: Layout, column: string, target: string | null): Layout {
  const { [column]: _, ...others } = layout.targets
  if (target === null) return { ...layout, targets: others }
  const kept = takesMany(layout.what, target) ? others : keptOf(others, (to) => to !== target)
  return { ...layout, targets: { ...kept, [column]: target } }
}

/** A layout of other records: columns keep the targets that those have as well. */
export function laidOutAs(layout: Layout, what: LaidOut): Layout {
  const known = targetsOf(what)
  return { ...layout, what, targets: keptOf(layout.targets, (to) => known.includes(to)) }
}

function keptOf(targets: Layout['targets'], isKept: (target: string) => boolean): Layout['targets'] {
  return Object.fromEntries(Object.entries(targets).filter(([, to]) => isKept(to)))
}
