import type { TrendPoint, TrendRow } from '../../funnel/report/trend.ts'
import type { SheetTable, SheetValue } from '../../lists/sheet.ts'
import type { Language, Words } from '../../locales/index.ts'
import { figuresOf } from '../figures.ts'
import type { Block, Column, Paper } from '../paper.ts'

/** How conversion went by months, and what the figures do not say themselves. */
export interface TrendPrint {
  readonly kinds: readonly { readonly kind: string; readonly rows: readonly TrendRow[] }[]
  /** The months in words. */
  readonly months: readonly string[]
  /** Which of the shares is shown. */
  readonly way: 'next' | 'success'
  /** Period and filters, as the screen shows them. */
  readonly conditions: readonly string[]
  readonly headOf: (kind: string) => string
  readonly stateOf: (id: string) => string
}

/** So many months stand side by side on a page that is turned. */
const SIDE_BY_SIDE = 12

/** A table for each kind: a row for each state, in each month the share that went on and how many reached it; '' where none did. */
export function trendPaper(print: TrendPrint, language: Language, words: Words['funnel']): Paper {
  // No figure of it is money.
  const { number } = figuresOf(language, 'RUB')
  const cell = (point: TrendPoint | undefined) => {
    const share = point?.[print.way] ?? null
    return share === null ? '' : `${number(share)} % (${number(point?.reached ?? 0)})`
  }
  const tableOf = (rows: readonly TrendRow[], from: number): Block => {
    const months = print.months.slice(from, from + SIDE_BY_SIDE)
    const first: Column = { head: words.columns.state, align: 'left', grows: true }
    return {
      is: 'table',
      columns: [first, ...months.map((head): Column => ({ head, align: 'right' }))],
      rows: rows.map(({ state, points }) => [print.stateOf(state), ...months.map((_, at) => cell(points[from + at]))]),
    }
  }
  const begins = Array.from({ length: Math.ceil(print.months.length / SIDE_BY_SIDE) }, (_, at) => at * SIDE_BY_SIDE)
  return {
    title: words.title,
    language,
    wide: true,
    blocks: [
      { is: 'title', text: words.title },
      ...[words.trend[print.way], ...print.conditions].map((text): Block => ({ is: 'text', text, look: 'small' })),
      ...print.kinds.flatMap(({ kind, rows }): Block[] => [
        { is: 'text', text: print.headOf(kind), look: 'strong' },
        ...begins.map((from) => tableOf(rows, from)),
      ]),
    ],
  }
}

/** The same for spreadsheets: shares and counts of each month apart, as numbers. */
export function trendSheet(
  { kinds, months, way, headOf, stateOf }: TrendPrint,
  { columns }: Words['funnel'],
): SheetTable {
  const figure = (value: number | null): SheetValue => (value === null ? null : { is: 'number', value, scale: 0 })
  const text = (said: string): SheetValue => ({ is: 'text', text: said })
  return {
    heads: [
      ...[columns.kind, columns.state],
      ...months.flatMap((month) => [`${month}: ${columns.fromPrevious}, %`, `${month}: ${columns.reached}`]),
    ],
    rows: kinds.flatMap(({ kind, rows }) =>
      rows.map(({ state, points }) => [
        ...[text(headOf(kind)), text(stateOf(state))],
        ...points.flatMap((point) => [figure(point[way]), figure(point.reached)]),
      ]),
    ),
  }
}
