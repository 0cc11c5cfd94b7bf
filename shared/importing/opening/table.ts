import type { Layout } from '../layout/layout.ts'
import type { Sheet } from '../reading/sheet.ts'

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
