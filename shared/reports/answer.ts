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
}
