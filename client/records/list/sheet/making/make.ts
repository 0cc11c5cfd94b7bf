import { asCsv, asHtml, asTsv, type SheetTable } from '../../../../../shared/lists/sheet.ts'
import type { Language } from '../../../../../shared/locales/index.ts'

/** What a table is made into: files, and the two forms in which it is copied. */
export type SheetForm = 'csv' | 'xlsx' | 'tsv' | 'html'

/** How it is made. */
export interface Making {
  readonly form: SheetForm
  readonly language: Language
  /** Of the workbook's sheet. */
  readonly name: string
}

/** A table in one of its forms. */
export async function make(table: SheetTable, { form, language, name }: Making): Promise<Blob> {
  if (form === 'xlsx') return (await import('../../../../../shared/lists/workbook.ts')).asWorkbook(table, name)
  const [write, type] = TEXTS[form]
  return new Blob([write(table, language)], { type })
}

const TEXTS = {
  csv: [asCsv, 'text/csv;charset=utf-8'],
  tsv: [asTsv, 'text/plain'],
  html: [asHtml, 'text/html'],
} as const
