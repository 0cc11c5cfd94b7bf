/** What stands in a row for each measure asked for, in their order: a figure for each column, then the row's total. */
export type Figures = readonly (readonly (number | null)[])[]

/** A row of a report: of the outer dimension, or under one of these, of the inner. */
export interface ReportRow {
  /** By the dimensions of the rows; null: without. An outer row has one key, an inner one two; the total has none. */
  readonly keys: readonly (string | null)[]
  readonly figures: Figures
  /** The same of the periods that it is set beside, where that is asked for. */
  readonly earlier?: Figures
}

/** A report: rows in the order of their names, inner ones behind their outer one. */
export interface ReportTable {
  /** The keys of the columns, in order; of a span its first day. Empty: the total alone. */
  readonly columns: readonly (string | null)[]
  readonly rows: readonly ReportRow[]
  readonly total: ReportRow
  /** Names of keys, by dimension. */
  readonly names: { readonly [dimension: string]: { readonly [key: string]: string } }
  /** How many orders have no rate on their date: no sum counts them (company/SPEC S3). */
  readonly unrated: number
  /** How many keys of the columns' dimension stand together in the last one, where they have no room (SPEC RP19). */
  readonly rest?: number
}

/** The key of the column in which those keys stand together that have no room (SPEC RP19): behind every name in order. */
export const REST = '\uffff'

/** What of a report is another since the table before: the same rows and columns stand, these rows with other figures. */
export interface ReportChange extends Pick<ReportTable, 'total' | 'unrated'> {
  readonly rows: readonly (readonly [place: number, row: ReportRow])[]
  /** Of the keys of these rows, and of all columns. */
  readonly names: ReportTable['names']
}

/** The table after a change. Rows that did not change stay themselves. */
export function tableAfter(before: ReportTable, change: ReportTable | ReportChange): ReportTable {
  if ('columns' in change) return change
  const rows = before.rows.slice()
  for (const [place, row] of change.rows) rows[place] = row
  const { total, unrated } = change
  return { ...before, rows, total, unrated, names: namesAfter(before.names, change.names) }
}

function namesAfter(before: ReportTable['names'], after: ReportTable['names']): ReportTable['names'] {
  const isOther = ([dimension, names]: readonly [string, ReportTable['names'][string]]) =>
    Object.entries(names).some(([key, name]) => before[dimension]?.[key] !== name)
  const others = Object.entries(after).filter(isOther)
  if (others.length === 0) return before
  const merged = others.map(([dimension, names]) => [dimension, { ...before[dimension], ...names }])
  return { ...before, ...Object.fromEntries(merged) }
}
