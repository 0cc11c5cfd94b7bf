import { folded } from '../filters/values/folded.ts'

/** Fields by which records of a list are told apart by those who choose among them. */
const TOLD_APART_BY = ['name', 'code'] as const

/** The names and codes that records of a list have, as they are compared: without case, ё as е. */
export type Taken = ReadonlyMap<string, ReadonlySet<string>>

export function takenIn(rows: readonly object[]): Taken {
  return new Map(TOLD_APART_BY.map((field) => [field, new Set(rows.map((row) => textIn(row, field)))]))
}

/** Whether a record's name, or code, is another's too (company/SPEC S7). */
export function isDoubled(taken: Taken, record: object, field: string): boolean {
  const text = textIn(record, field)
  return text !== '' && (taken.get(field)?.has(text) ?? false)
}

function textIn(row: object, field: string): string {
  const value = (row as { readonly [field: string]: unknown })[field]
  return typeof value === 'string' ? folded(value.trim()) : ''
}
