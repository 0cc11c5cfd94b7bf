import { readFilter, writeFilter } from '../../filters/text.ts'
import type { WrittenView } from '../../lists/view.ts'
import { COMPARISONS, DIMENSIONS, type Dimension, MEASURES, type Measure, REPORT_SOURCES, STEPS } from '../ask.ts'
import { firstView, REPORT_CHARTS, REPORT_PERIODS, type ReportSort, type ReportView } from './view.ts'

/** A report's parts as text: in addresses. What is as at first is not written. */
export interface WrittenReport {
  readonly source: string
  readonly rows?: string
  readonly columns?: string
  readonly measures?: string
  readonly period?: string
  readonly from?: string
  readonly until?: string
  readonly compare?: string
  readonly filter?: string
  readonly search?: string
  readonly sort?: string
  readonly chart?: string
}
type Part = keyof WrittenReport
/** What addresses and kept texts may bring. */
export type MaybeWritten = { readonly [K in Part]?: string | readonly string[] | null | undefined }

export function writeReport(view: ReportView): WrittenReport {
  const first = allParts(firstView(view.source))
  const parts = Object.entries(allParts(view)).filter(([part, text]) => part === 'source' || text !== first[part])
  return { source: view.source, ...Object.fromEntries(parts) }
}

/** Reads what was written; null without a source. Parts that are no such text are as at first. */
export function readReport(written: MaybeWritten): ReportView | null {
  const source = oneOf(REPORT_SOURCES, written.source)
  if (!source) return null
  const first = firstView(source)
  const rows = dimensionsIn(source, words(written.rows)).slice(0, 2)
  const columns = dimensionsIn(source, words(written.columns)).find((one) => !rows.includes(one))
  const measures = measuresIn(source, words(written.measures))
  return {
    ...first,
    rows,
    columns: columns ?? null,
    measures: measures.length === 0 ? first.measures : measures,
    period: oneOf(REPORT_PERIODS, written.period) ?? first.period,
    from: day(written.from),
    until: day(written.until),
    compare: oneOf(COMPARISONS, written.compare) ?? null,
    filter: readFilter(textOf(written.filter)) ?? [],
    search: textOf(written.search),
    sort: readSort(textOf(written.sort)) ?? first.sort,
    chart: oneOf(REPORT_CHARTS, written.chart) ?? first.chart,
  }
}

/** A report in the fields of a kept view of lists (lists/collections.ts). */
export function asKeptView(view: ReportView): WrittenView {
  const { filter = '[]', search = '', sort = '', rows = '', ...rest } = writeReport(view)
  return { filter, search, sort, group: rows, columns: JSON.stringify(rest) }
}

/** The report of a kept view; null: none that can be read. */
export function fromKeptView({ group, columns, ...rest }: { readonly [K in keyof WrittenView]?: string | null }) {
  return readReport({ ...partsOf(columns ?? ''), ...rest, rows: group })
}

/** The dimensions of a source, spans of time behind them. Of debts the moment counts alone. */
export function dimensionsOf(source: ReportView['source']): readonly Dimension[] {
  return source === 'debts' ? DIMENSIONS.debts : [...DIMENSIONS[source], ...STEPS]
}

function dimensionsIn(source: ReportView['source'], names: readonly string[]): Dimension[] {
  return [...new Set(names)].flatMap((name) => dimensionsOf(source).find((one) => one === name) ?? [])
}

function measuresIn(source: ReportView['source'], names: readonly string[]): Measure[] {
  return [...new Set(names)].flatMap(
    (name) => (MEASURES[source] as readonly Measure[]).find((one) => one === name) ?? [],
  )
}

function allParts(view: ReportView): Record<string, string> {
  const { source, rows, columns, measures, period, from, until, compare, filter, search, chart } = view
  return {
    source,
    rows: rows.join(','),
    columns: columns ?? '',
    measures: measures.join(','),
    period,
    from: from ?? '',
    until: until ?? '',
    compare: compare ?? '',
    filter: writeFilter(filter),
    search,
    sort: writeSort(view.sort),
    chart,
  }
}

function writeSort({ by, column, down }: ReportSort): string {
  return `${down ? '-' : ''}${by}${column === undefined ? '' : `:${column}`}`
}

function readSort(text: string): ReportSort | undefined {
  const [, down, name, , column] = /^(-?)(\w+)(:(.*))?$/s.exec(text) ?? []
  const by = (['name', ...Object.values(MEASURES).flat()] as const).find((one) => one === name)
  return by && { by, down: down === '-', ...(column === undefined ? {} : { column }) }
}

function partsOf(text: string): MaybeWritten {
  try {
    const parts: unknown = JSON.parse(text)
    return typeof parts === 'object' && parts !== null ? parts : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function textOf(part: unknown): string {
  return typeof part === 'string' ? part : ''
}

function words(part: unknown): string[] {
  return textOf(part).split(',').filter(Boolean)
}

function oneOf<T extends string>(choices: readonly T[], part: unknown): T | undefined {
  return choices.find((choice) => choice === part)
}

function day(part: unknown): string | null {
  const text = textOf(part)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}
