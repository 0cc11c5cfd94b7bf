import { type Figures, figuresOf } from '../../print/figures.ts'
import type { Block, Column, Paper } from '../../print/paper.ts'
import type { ReportRow } from '../answer.ts'
import type { Measure } from '../ask.ts'
import { type FigureColumn, figureColumns, type ReportPrint, rowNames } from './layout.ts'
import { changeOf, unitOf } from './units.ts'

/** A report with its conditions as a paper; so many columns on one another as fit its width. */
export function reportPaper(print: ReportPrint): Paper {
  const { title, language } = print
  const columns = figureColumns(print)
  const parts = partsOf(columns)
  const blocks: Block[] = [
    { is: 'title', text: title },
    ...print.conditions.map((text): Block => ({ is: 'text', text, look: 'small' })),
    ...parts.map((part) => tableOf(part, print)),
  ]
  return { title, language, wide: columns.length > NARROW, blocks }
}

/** So many columns of figures stand on a page that is not turned, and on one that is. */
const NARROW = 4
const WIDE = 8

function partsOf(columns: readonly FigureColumn[]): FigureColumn[][] {
  const count = Math.max(1, Math.ceil(columns.length / WIDE))
  const length = Math.ceil(columns.length / count)
  return Array.from({ length: count }, (_, at) => columns.slice(at * length, (at + 1) * length))
}

function tableOf(part: readonly FigureColumn[], print: ReportPrint): Block {
  const { rows, table, words } = print
  const figures = figuresOf(print.language, print.code)
  const dimensions = rows.map(
    (dimension): Column => ({ head: words.dimensions[dimension], align: 'left', grows: true }),
  )
  const first: Column[] = dimensions.length === 0 ? [{ head: '', align: 'left', grows: true }] : dimensions
  const line = (row: ReportRow, names: readonly string[]) => [
    ...names,
    ...part.map((column) => figureText(row, column, print.measures, figures)),
  ]
  const total = [words.total, ...first.slice(1).map(() => '')]
  return {
    is: 'table',
    columns: [...first, ...part.map(({ head }): Column => ({ head, align: 'right' }))],
    rows: [...table.rows.map((row) => line(row, rowNames(row, print))), line(table.total, total)],
  }
}

function figureText(row: ReportRow, column: FigureColumn, measures: readonly Measure[], figures: Figures): string {
  const measure = measures[column.measure]
  if (!measure) return ''
  const value = figureOf(row, column, measure)
  return column.side === 'percent' ? figures.percent(value) : measureText(measure, value, figures)
}

/** A figure of a measure in words, without its unit; '' for one that is not known. */
export function measureText(measure: Measure, value: number | null, figures: Figures): string {
  switch (unitOf(measure)) {
    case 'money':
      return figures.sum(value)
    case 'quantity':
      return figures.quantity(value)
    case 'share':
    case 'hours':
      return figures.percent(value)
    case 'count':
      return figures.number(value)
  }
}

/** The figure of a row in a column. */
export function figureOf(row: ReportRow, { measure, at, side }: FigureColumn, name: Measure): number | null {
  const now = row.figures[measure]?.[at] ?? null
  if (side === 'now') return now
  const before = row.earlier?.[measure]?.[at] ?? null
  return side === 'before' ? before : (changeOf(name, now, before)?.[side] ?? null)
}
