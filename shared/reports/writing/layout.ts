import type { ReportRow, ReportTable } from '../answer.ts'
import type { Comparison, Dimension, Measure } from '../ask.ts'
import { keyName, measureName, type Naming } from './names.ts'

/** What is written of a report. */
export interface ReportPrint extends Naming {
  readonly title: string
  /** Period, conditions and the rest, in words. */
  readonly conditions: readonly string[]
  readonly rows: readonly Dimension[]
  readonly columns: Dimension | { readonly cuts: readonly string[] } | null
  readonly measures: readonly Measure[]
  readonly compare: Comparison | null
  readonly table: ReportTable
  /** ISO 4217, in which the sums are. */
  readonly code: string
}

/** Which of a measure's figures a column holds. */
export type Side = 'now' | 'before' | 'difference' | 'percent'

/** A column of figures: of a measure, in a column of the report or in its total. */
export interface FigureColumn {
  /** The place among the measures, and among the figures of each. */
  readonly measure: number
  readonly at: number
  readonly side: Side
  readonly head: string
}

/** The columns of figures from left to right: by column of the report, then by measure, then what it is set beside. */
export function figureColumns(print: ReportPrint): FigureColumn[] {
  const { table, measures, compare, words } = print
  const places = [...table.columns.map((key) => columnName(key, print)), table.columns.length === 0 ? '' : words.total]
  const sides: readonly Side[] = compare ? ['now', 'before', 'difference', 'percent'] : ['now']
  return places.flatMap((place, at) =>
    measures.flatMap((name, measure) =>
      sides.map((side) => {
        const parts = [place, measureName(name, print), compare ? sideName(side, compare, print) : '']
        return { measure, at, side, head: parts.filter(Boolean).join(': ') }
      }),
    ),
  )
}

/** A column's key in words: of spans with ends of their own, the first day. */
function columnName(key: string | null, print: ReportPrint): string {
  const { columns } = print
  if (columns === null) return ''
  return keyName(typeof columns === 'string' ? columns : 'day', key, print)
}

/** The words of a row, by dimension: what an outer row says stands before its inner ones, too. */
export function rowNames({ keys }: ReportRow, print: ReportPrint): string[] {
  return print.rows.map((dimension, at) => {
    const key = keys[at]
    if (key !== undefined) return keyName(dimension, key, print)
    return at === 0 || keys.length === 0 ? '' : print.words.total
  })
}

function sideName(side: Side, compare: Comparison, { words }: ReportPrint): string {
  return {
    now: '',
    before: words.compared[compare],
    difference: words.difference,
    percent: words.differencePercent,
  }[side]
}
