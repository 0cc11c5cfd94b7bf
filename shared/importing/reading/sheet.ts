import type { RowProblem } from '../report.ts'

/** One row of a file: its cells by column, trimmed, and the line on which it begins, as an editor counts. */
export interface SheetRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A file of rows under a line of column names. */
export interface Sheet {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Rows whose form is broken; they are not among `rows`. */
  readonly broken: readonly RowProblem[]
}

/** The names of a file's columns: one without a name is called by its place, `#3`, and a name that stood before is counted, `Phone (2)`. */
export function columnNames(head: readonly string[]): string[] {
  const names: string[] = []
  for (const [at, cell] of head.entries()) {
    const name = cell || `#${at + 1}`
    let unique = name
    for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`
    names.push(unique)
  }
  return names
}
