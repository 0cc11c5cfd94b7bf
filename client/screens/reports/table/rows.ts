import type { ReportRow } from '../../../../shared/reports/answer.ts'
import type { Measure } from '../../../../shared/reports/ask.ts'
import type { ReportSort } from '../../../../shared/reports/view/view.ts'

/** A row as it stands in the table. */
export interface ShownRow {
  readonly row: ReportRow
  /** Outer rows 0, inner ones 1. */
  readonly depth: 0 | 1
  /** Whether inner rows stand under it, shown or not. */
  readonly folds: boolean
}

/** What names a row among the others. */
export function idOf({ keys }: ReportRow): string {
  return JSON.stringify(keys)
}

interface Outer {
  readonly row: ReportRow
  readonly inner: readonly ReportRow[]
}

/** The rows in an order, outer and inner ones by themselves, without those that are folded. */
export function shownRows(
  rows: readonly ReportRow[],
  value: (row: ReportRow) => number | null,
  sort: ReportSort,
  isFolded: (row: ReportRow) => boolean,
): ShownRow[] {
  return sorted(outerOf(rows), ({ row }) => value(row), sort).flatMap(({ row, inner }) => {
    const shown: ShownRow = { row, depth: 0, folds: inner.length > 0 }
    if (inner.length === 0 || isFolded(row)) return [shown]
    return [shown, ...sorted(inner, value, sort).map((one): ShownRow => ({ row: one, depth: 1, folds: false }))]
  })
}

function outerOf(rows: readonly ReportRow[]): Outer[] {
  const all: { row: ReportRow; inner: ReportRow[] }[] = []
  for (const row of rows) {
    if (row.keys.length < 2) all.push({ row, inner: [] })
    else all.at(-1)?.inner.push(row)
  }
  return all
}

/** By name they come in order already. What is not known stands last, either way. */
function sorted<T>(all: readonly T[], value: (one: T) => number | null, { by, down }: ReportSort): readonly T[] {
  if (by === 'name') return down ? all.toReversed() : all
  return all.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return down ? other - one : one - other
  })
}

/** The figure by which rows stand in order; the total's where the column is not there (any more). */
export function sortValue(
  { by, column }: ReportSort,
  measures: readonly Measure[],
  columns: readonly (string | null)[],
): (row: ReportRow) => number | null {
  const measure = (measures as readonly string[]).indexOf(by)
  const at = column === undefined ? -1 : columns.findIndex((key) => (key ?? '') === column)
  return ({ figures }) => figures[measure]?.at(at) ?? null
}
