import { type Filter, type FilterNode, type FilterRow, type FilterValue, isGroup } from './filter.ts'
import type { FieldOf } from './holds.ts'

/** All that stand below a record in a tree, itself included, by the collection and its id; null where that is no tree. */
export type BelowOf = (to: string, id: string) => Iterable<string> | null

/** Comparisons that name records, and how they say it of several. */
const OF_SEVERAL = { equal: 'in', in: 'in', notEqual: 'notIn', notIn: 'notIn' } as const

/** The filter with all that stands below each place of a tree that it names (SPEC L11). */
export function widened(filter: Filter, fieldOf: FieldOf, belowOf: BelowOf): Filter {
  return filter.map((node): FilterNode => {
    if (isGroup(node)) return { ...node, of: widened(node.of, fieldOf, belowOf) }
    return wideRow(node, fieldOf(node.field)?.to, belowOf)
  })
}

function wideRow(row: FilterRow, to: string | undefined, belowOf: BelowOf): FilterRow {
  if (to === undefined || !isOfSeveral(row.is)) return row
  const below = (value: FilterValue) => (typeof value === 'string' ? belowOf(to, value) : null)
  const values = row.values.flatMap((value) => [...(below(value) ?? [value])])
  return values.length === row.values.length ? row : { ...row, is: OF_SEVERAL[row.is], values: [...new Set(values)] }
}

function isOfSeveral(is: string): is is keyof typeof OF_SEVERAL {
  return Object.hasOwn(OF_SEVERAL, is)
}
