import type { Filter } from '../../filters/filter.ts'
import { type Comparison, type Dimension, MEASURES, type Measure, type ReportAsk, type ReportSource } from '../ask.ts'
import { PERIODS, type PeriodDays, periodOf } from '../period.ts'

/** The periods that reports offer: those that move with the day, and days of one's own. */
export const REPORT_PERIODS = [...PERIODS, 'custom'] as const
export type ReportPeriod = (typeof REPORT_PERIODS)[number]

/** By what rows stand in order: their names, or a measure in a column; without a column, in the total. */
export interface ReportSort {
  readonly by: 'name' | Measure
  /** The column's key, '' for null. */
  readonly column?: string
  readonly down: boolean
}

/** What stands beside the table: what fits it, a chart of a form, or none. */
export const REPORT_CHARTS = ['auto', 'bars', 'lines', 'none'] as const
export type ReportChart = (typeof REPORT_CHARTS)[number]

/** A report as it is looked at and kept: its period is told from today. */
export interface ReportView {
  readonly source: ReportSource
  readonly rows: readonly Dimension[]
  readonly columns: Dimension | null
  readonly measures: readonly Measure[]
  readonly period: ReportPeriod
  /** The days of `custom`. */
  readonly from: string | null
  readonly until: string | null
  readonly compare: Comparison | null
  readonly filter: Filter
  readonly search: string
  readonly sort: ReportSort
  readonly chart: ReportChart
}

/** What a source begins with. */
export function firstView(source: ReportSource): ReportView {
  return {
    source,
    rows: [],
    columns: null,
    measures: MEASURES[source].slice(0, 1),
    period: 'all',
    from: null,
    until: null,
    compare: null,
    filter: [],
    search: '',
    sort: { by: 'name', down: false },
    chart: 'auto',
  }
}

/** The days of a view's period, both included, as of a plain date. */
export function daysOfView({ period, from, until }: ReportView, today: string): PeriodDays {
  return period === 'custom' ? { from, until } : periodOf(period, today)
}

/** What a view asks as of a plain date. What has no two ends is set beside nothing. */
export function askOf(view: ReportView, today: string): ReportAsk {
  const { source, rows, columns, measures, filter, search } = view
  const { from, until } = daysOfView(view, today)
  const compare = from === null || until === null ? null : view.compare
  return { source, rows, columns, measures, from, until, compare, filter, search }
}
