import type { ReportRow, ReportTable } from '../../../../shared/reports/answer.ts'
import { type ReportAsk, STEPS } from '../../../../shared/reports/ask.ts'
import type { ReportChart } from '../../../../shared/reports/view/view.ts'
import { keyName, type Naming } from '../../../../shared/reports/writing/names.ts'
import type { ChartData, ChartSeries } from '../../../ui/charts/series.ts'

/** So many rows a chart shows, bars that lie, and series; more are not told apart, or have no room. */
const MOST_ROWS = 24
const MOST_BARS = 8
const MOST_SERIES = 6

/** What is drawn of a report: its first measure, in the order of the table. Null: nothing that a chart would tell. */
export function chartOf(
  table: ReportTable,
  ask: ReportAsk,
  outer: readonly ReportRow[],
  form: Exclude<ReportChart, 'none'>,
  naming: Naming,
): ChartData | null {
  const [dimension] = ask.rows
  const rowName = ({ keys }: ReportRow) =>
    dimension ? keyName(dimension, keys[0] ?? null, naming) : naming.words.total
  if (table.columns.length > 1)
    return byColumns(table, ask, outer.length === 0 ? [table.total] : outer, form, naming, rowName)
  if (outer.length < 2 || !dimension) return null
  const value = (figures: ReportRow['figures'] | undefined) => figures?.[0]?.at(-1) ?? null
  const isOfTime = isStep(dimension)
  const kind = form === 'lines' || (form === 'auto' && isOfTime) ? 'line' : 'bar'
  const sideways = kind === 'bar' && !isOfTime
  const rows = isOfTime ? outer : outer.slice(0, sideways ? MOST_BARS : MOST_ROWS)
  const now: ChartSeries = {
    name: measureOf(ask, naming),
    form: kind,
    values: rows.map(({ figures }) => value(figures)),
  }
  const before: ChartSeries[] = ask.compare
    ? [
        {
          ...now,
          name: naming.words.compared[ask.compare],
          faint: true,
          values: rows.map(({ earlier }) => value(earlier)),
        },
      ]
    : []
  return { points: rows.map(rowName), series: [now, ...before], sideways }
}

function byColumns(
  { columns }: ReportTable,
  ask: ReportAsk,
  rows: readonly ReportRow[],
  form: Exclude<ReportChart, 'none'>,
  naming: Naming,
  rowName: (row: ReportRow) => string,
): ChartData {
  const dimension = typeof ask.columns === 'string' ? ask.columns : 'day'
  const isOfTime = isStep(dimension) || typeof ask.columns !== 'string'
  const kind = form === 'lines' || (form === 'auto' && isOfTime) ? 'line' : 'bar'
  const series = rows.slice(0, MOST_SERIES).map(
    (row): ChartSeries => ({
      name: rowName(row),
      form: kind,
      values: columns.map((_, at) => row.figures[0]?.[at] ?? null),
    }),
  )
  return { points: columns.map((key) => keyName(dimension, key, naming)), series, stacked: kind === 'bar' }
}

function measureOf({ measures }: ReportAsk, { words }: Naming): string {
  const [measure] = measures
  return measure ? words.measure[measure] : ''
}

function isStep(dimension: string): boolean {
  return STEPS.some((step) => step === dimension)
}
