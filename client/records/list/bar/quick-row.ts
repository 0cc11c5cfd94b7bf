import { type Filter, type FilterNode, type FilterRow, isGroup } from '../../../../shared/filters/filter.ts'

/** Periods offered over a list; the filter's form has them all. */
export const QUICK_PERIODS = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
  'lastYear',
] as const

/** The row of a filter that a quick filter speaks of: the first of its field, on, on the outermost level. */
export function quickRow(filter: Filter, field: string, is: 'in' | 'during'): FilterRow | undefined {
  return filter.find((node): node is FilterRow => isQuick(node, field, is))
}

/** The filter with what a quick filter says now; one that says nothing leaves it. */
export function withQuickRow(filter: Filter, row: FilterRow): Filter {
  const at = filter.findIndex((node) => isQuick(node, row.field, row.is))
  const put = row.values.length === 0 ? [] : [row]
  return at < 0 ? [...filter, ...put] : filter.toSpliced(at, 1, ...put)
}

function isQuick(node: FilterNode, field: string, is: FilterRow['is']): boolean {
  return !isGroup(node) && !node.off && node.field === field && node.is === is
}
