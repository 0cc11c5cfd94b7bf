import { createMemo } from 'solid-js'
import type { GridColumn, Measure } from '../../../ui/grid/props.ts'
import type { Sheet } from '../../../ui/grid/sheet.ts'
import { widthFor } from '../../../ui/grid/widths.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** How wide (px) the columns of a plan are: their totals, the widest of their numbers, are seen whole. They never grow narrower. */
export function createWidths(sheet: Sheet, measures: () => readonly Measure[], columns: () => readonly GridColumn[]) {
  const long = createLengths(measures)
  return createMemo(
    (before: { readonly column: number; readonly total: number }) => {
      const { columns: count, measureOf } = sheet.shape()
      const widest = (lengths: readonly number[]) => lengths.reduce((most, length) => Math.max(most, length), 0)
      const inColumns = Array.from({ length: count }, (_, at) => long(sheet.columnTotal(at), measureOf(at)))
      const inTotals = measures().map((_, at) => long(sheet.total(at), at))
      return {
        column: Math.max(before.column, widthFor(widest(inColumns), leastFor(columns(), measures().length))),
        total: Math.max(before.total, widthFor(widest(inTotals), 112)),
      }
    },
    { column: 0, total: 0 },
    { equals: (a, b) => a.column === b.column && a.total === b.total },
  )
}

/** How long numbers are as they are written. Most totals stay as they were while one cell is typed: none is written twice. */
function createLengths(measures: () => readonly Measure[]): (value: number, measure: number) => number {
  const { format } = useWords()
  const known = createMemo(() => measures().map(() => new Map<number, number>()))
  return (value, at) => {
    const { scale = 0, fixed } = measures()[at] ?? {}
    const length = known()[at]?.get(value) ?? format.decimal(value, scale, fixed).length
    known()[at]?.set(value, length)
    return length
  }
}

/** A sign of a head, and what stands around it, px. */
const SIGN = 6.8
const AROUND = 20
const NARROWEST = 104

/** Names of periods are seen whole, too; they stand over all measures of theirs. */
function leastFor(columns: readonly GridColumn[], measures: number): number {
  const longest = columns.reduce((most, { title, group }) => Math.max(most, (group ?? title).length), 0)
  return Math.max(NARROWEST, Math.ceil((longest * SIGN + AROUND) / measures))
}
