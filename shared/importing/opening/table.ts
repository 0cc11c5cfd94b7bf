import type { Layout } from '../layout/layout.ts'
import type { Sheet, SheetRow } from '../reading/sheet.ts'

/** What the form of a file says of its table: its layout, and where its keys come from. */
export interface KnownTable {
  /** Part of all ids: the same contact in another file is the same. */
  readonly source: string
  readonly layout: Layout
}

/** Rows of a file that may be taken in. */
export interface Table {
  /** Of the workbook's sheet; empty where the file has one table. */
  readonly title: string
  readonly sheet: Sheet
  /** What is known of it by the form of its file; null: somebody has to say. */
  readonly known: KnownTable | null
}

/**
 * Rows by the lines on which they begin; where several share one, as in a file that is written in one line, by their place
 * from 1: what is told of a row is told by its line.
 */
export function toldApart(rows: readonly SheetRow[]): readonly SheetRow[] {
  const isEachItsOwn = new Set(rows.map(({ line }) => line)).size === rows.length
  return isEachItsOwn ? rows : rows.map((row, at) => ({ ...row, line: at + 1 }))
}
