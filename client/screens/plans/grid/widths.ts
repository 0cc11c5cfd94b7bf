import { createMemo } from 'solid-js'
import type { Measure } from '../../../ui/grid/props.ts'
import type { Sheet } from '../../../ui/grid/sheet.ts'
import { widthFor } from '../../../ui/grid/widths.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** How wide (px) the columns of a plan are: their totals, the widest of their numbers, are seen whole. They never grow narrower. */
export function createWidths(sheet: Sheet, measures: () => readonly Measure[]) {
  const { format } = useWords()
  const long = (value: number, at: number) => {
    const { scale = 0, fixed } = measures()[at] ?? {}
    return format.decimal(value, scale, fixed).length
  }
  return createMemo(
    (before: { readonly column: number; readonly total: number }) => {
      const { columns, measureOf } = sheet.shape()
      const widest = (lengths: readonly number[]) => lengths.reduce((most, length) => Math.max(most, length), 0)
      const inColumns = Array.from({ length: columns }, (_, at) => long(sheet.columnTotal(at), measureOf(at)))
      const inTotals = measures().map((_, at) => long(sheet.total(at), at))
      return {
        column: Math.max(before.column, widthFor(widest(inColumns), 104)),
        total: Math.max(before.total, widthFor(widest(inTotals), 112)),
      }
    },
    { column: 0, total: 0 },
    { equals: (a, b) => a.column === b.column && a.total === b.total },
  )
}
