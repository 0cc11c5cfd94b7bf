import Papa from 'papaparse'

export const SEPARATORS = [';', '\t', '|', ','] as const
export type Separator = (typeof SEPARATORS)[number]

/** Rows by which separators are compared. */
const LOOKED_AT = 60
/** A first line by which a spreadsheet is told the separator: `sep=;`. */
const TOLD = /^\ufeff?sep=([;,|\t])(?=\r|\n|$)/i

/** The separator that the file's own first line tells, `sep=;`; null where it tells none. */
function toldSeparator(text: string): Separator | null {
  const told = TOLD.exec(text)?.[1]
  return SEPARATORS.find((one) => one === told) ?? null
}

/** The text with its `sep=` made blank, so that lines are counted as an editor counts. */
export function withoutTold(text: string): string {
  return text.replace(TOLD, '')
}

/**
 * The separator of a text of rows: the one by which most of the first rows have as many cells as the first. A comma comes last,
 * since numbers and sentences have it too. A text of one column has a comma.
 */
export function findSeparator(text: string): Separator {
  const told = toldSeparator(text)
  if (told) return told
  const scored = SEPARATORS.map((separator) => ({ separator, score: evenness(text, separator) }))
  const best = scored.reduce((best, one) => (one.score > best.score ? one : best))
  return best.score > 0 ? best.separator : ','
}

/** The share of rows that have the cells of the first one; 0 where that has but one, or an empty or repeated name. */
function evenness(text: string, delimiter: Separator): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT, skipEmptyLines: 'greedy' })
  const [head = [], ...rows] = data
  const names = head.map((name) => name.trim())
  if (names.length < 2 || names.some((name) => name === '') || new Set(names).size < names.length) return 0
  return rows.length === 0 ? 1 : rows.filter((row) => row.length === names.length).length / rows.length
}
