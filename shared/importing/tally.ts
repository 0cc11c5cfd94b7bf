import type { CollectionName } from '../collections.ts'
import type { Sheet, SheetRow } from './reading/csv.ts'
import type { OrderSource, RecordSource } from './reading/mapping.ts'
import type { RowReader } from './reading/row-reader.ts'
import type { Note, RowProblem, SourceCount } from './report.ts'

/** What becomes of the rows of one source: counted, with what was wrong and what was done. */
export class RowsTaken {
  readonly problems: RowProblem[]
  readonly #source: RecordSource | OrderSource
  readonly #sheet: Sheet
  readonly #notes = new Map<string, Note>()
  readonly #keys = new Map<string, number>()
  readonly #refused = new Set<number>()
  #taken = 0
  #present = 0

  constructor(source: RecordSource | OrderSource, sheet: Sheet) {
    this.#source = source
    this.#sheet = sheet
    this.problems = [...sheet.broken]
    for (const { line } of sheet.broken) this.#refused.add(line)
  }

  /** The row's outer key; null where there is none or it was there before, which is counted. */
  key(reader: RowReader, row: SheetRow): string | null {
    const { key: column, repeated } = this.#source
    const key = reader.raw(column)
    const before = this.#keys.get(key)
    if (key === '') reader.refuse(column, 'empty')
    else if (before === undefined) this.#keys.set(key, row.line)
    else if (repeated === 'first') this.present()
    else reader.refuse(column, 'key-repeated', { value: key, line: before })
    if (!reader.isSound) this.settle(reader)
    return key === '' || before !== undefined ? null : key
  }

  present(): void {
    this.#present++
  }

  /** Ends a row: true when it goes in, else it is refused with all that is wrong with it. */
  settle(reader: RowReader): boolean {
    if (!reader.isSound) {
      this.problems.push(...reader.problems)
      for (const { line } of reader.problems) this.#refused.add(line)
      return false
    }
    reader.settle()
    for (const note of reader.notes) this.#add(note)
    this.#taken++
    return true
  }

  isRefused(row: SheetRow): boolean {
    return this.#refused.has(row.line)
  }

  notes(): Iterable<Note> {
    return this.#notes.values()
  }

  count(): SourceCount {
    const { file, rows, broken } = this.#sheet
    const what: CollectionName = this.#source.what
    return {
      file,
      what,
      rows: rows.length + broken.length,
      taken: this.#taken,
      present: this.#present,
      refused: this.#refused.size,
    }
  }

  #add(note: Omit<Note, 'rows'>): void {
    const key = [note.code, note.column, note.from, note.to].join('\u0000')
    const known = this.#notes.get(key)
    this.#notes.set(key, known ? { ...known, rows: known.rows + 1 } : { ...note, rows: 1 })
  }
}
