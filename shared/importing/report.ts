import type { CollectionName } from '../collections.ts'
import type { Json } from '../records/declarations/value.ts'

/** Why a row was not taken; the sentence for a code stands in the dictionaries under `importing.problems`. */
export const ROW_PROBLEMS = [
  'quotes',
  'encoding',
  'cells-count',
  'empty',
  'number',
  'date',
  'date-range',
  'dates-reversed',
  'choice',
  'long',
  'stage',
  'reference-missing',
  'reference-ambiguous',
  'key-repeated',
  'order-completed',
  'line-new',
] as const
export type RowProblemCode = (typeof ROW_PROBLEMS)[number]

/** One thing that kept a row out. */
export interface RowProblem {
  readonly file: string
  /** The line on which the row begins, as an editor counts. */
  readonly line: number
  /** The column's name in the file; null where the whole row is meant. */
  readonly column: string | null
  readonly code: RowProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * What was done to rows that went in, so that nothing is silent: an empty cell got the mapping's own value (`assumed`),
 * a value was replaced by the mapping (`corrected`), a cell that the mapping reads was empty (`left-empty`), a value went in that does not look like what its field
 * holds (`doubtful`). Sentences
 * stand under `importing.notes`.
 */
export const NOTES = ['assumed', 'corrected', 'left-empty', 'doubtful'] as const
export interface Note {
  readonly code: (typeof NOTES)[number]
  readonly file: string
  readonly column: string
  /** The value in the file and the one that went in; empty texts where there is none. */
  readonly from: string
  readonly to: string
  readonly rows: number
  /** The line of the first such row. */
  readonly line: number
}

/** A field that a row gives another value. `field` is a path: `phone`, `lines/<entry>/price`. */
export interface FieldChange {
  readonly field: string
  readonly before: Json
  readonly after: Json
}

/** What an import makes of one row; why it is refused stands among the problems, under its file and line. */
export interface RowOutcome {
  readonly file: string
  readonly line: number
  readonly what: CollectionName
  /** `same`: it is here already, and stays as it is. */
  readonly outcome: 'created' | 'changed' | 'same' | 'refused'
  /** Of the record; null where the row is refused before it has one. */
  readonly id: string | null
  readonly changes: readonly FieldChange[]
}

/** What became of one file's rows, as one source of the mapping reads them. */
export interface SourceCount {
  readonly file: string
  readonly what: CollectionName
  readonly rows: number
  readonly taken: number
  /** Rows that changed their record. */
  readonly changed: number
  /** Rows whose record was here already, or stood in the file before, and stays as it is. */
  readonly present: number
  readonly refused: number
}

/** What an import came to. */
export interface ImportReport {
  readonly name: string
  readonly sources: readonly SourceCount[]
  /** Records made, by collection: those of rows, and those that the mapping or a reference made beside them. */
  readonly made: Readonly<Partial<Record<CollectionName, number>>>
  readonly problems: readonly RowProblem[]
  readonly notes: readonly Note[]
}
