/**
 * What can be wrong with a file, or with a place in it that no row and column names; sentences stand under
 * `importing.reading`. The rest of the file is read, but after those that end it: see each reader.
 */
export const FILE_PROBLEMS = [
  'file-empty',
  'file-not-text',
  'file-too-large',
  'bytes-broken',
  'card-not-closed',
  'card-outside',
  'card-line',
  'card-nameless',
  'card-value',
  'statement-other',
  'statement-line',
  'statement-not-closed',
  'statement-field',
  'statement-value',
  'statement-balance',
  'xml-broken',
  'xml-doctype',
  'xml-deep',
  'xml-long',
  'exchange-other',
  'exchange-missing',
  'exchange-value',
  'exchange-reference',
  'exchange-repeated',
  'book-not-xlsx',
  'book-old',
  'book-locked',
  'book-damaged',
  'book-too-large',
  'book-no-sheet',
  'book-too-many-cells',
  'book-cell-error',
  'book-cell-formula',
] as const
export type FileProblemCode = (typeof FILE_PROBLEMS)[number]

/** One thing that is wrong with a file. */
export interface FileProblem {
  readonly code: FileProblemCode
  /** As an editor counts; null where the whole file is meant. */
  readonly line: number | null
  readonly params: Readonly<Record<string, string | number>>
}

export function problemAt(line: number | null, code: FileProblemCode, params: FileProblem['params'] = {}): FileProblem {
  return { code, line, params }
}
