import type { ReportTable } from '../../../../shared/reports/answer.ts'
import type { Measure, ReportAsk } from '../../../../shared/reports/ask.ts'
import { keyName, measureName, type Naming } from '../../../../shared/reports/writing/names.ts'

/** So many spans of time are drawn side by side, the last ones; the others count in the totals, and stand in files. */
export const MOST_DRAWN = 120

/** A column of figures. */
export interface Place {
  readonly measure: Measure
  readonly measureName: string
  /** The places among the measures, and among the figures of each. */
  readonly of: number
  readonly at: number
  readonly key: string | null
  /** The column's name; '' where the total stands alone. */
  readonly column: string
  readonly isTotal: boolean
}

/** The columns of figures of a table, from left to right. A total that says what one column says already is left out. */
export function placesOf({ columns }: ReportTable, ask: ReportAsk, naming: Naming): Place[] {
  const { measures } = ask
  const dimension = typeof ask.columns === 'string' ? ask.columns : 'day'
  const named = columns
    .map((key, at) => ({ key, at, isTotal: false }))
    .slice(-MOST_DRAWN)
    .map((place) => ({ ...place, column: keyName(dimension, place.key, naming) }))
  const total = { key: null, at: columns.length, column: columns.length === 0 ? '' : naming.words.total, isTotal: true }
  const all = columns.length === 1 ? named : [...named, total]
  return all.flatMap((place) =>
    measures.map((measure, of) => ({ ...place, measure, of, measureName: measureName(measure, naming) })),
  )
}
