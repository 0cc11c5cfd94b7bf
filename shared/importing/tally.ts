import type { CollectionName } from '../collections.ts'
import type { OrderSource, RecordSource } from './reading/mapping.ts'
import type { RowReader } from './reading/row-reader.ts'
import type { Sheet, SheetRow } from './reading/sheet.ts'
import type { FieldChange, Note, RowOutcome, RowProblem, SourceCount } from './report.ts'

/** What becomes of the rows of one source: counted, with what was wrong and what was done. */
export class RowsTaken {
  readonly problems: RowProblem[]
  readonly #source: RecordSource | OrderSource
  readonly #sheet: Sheet
  readonly #notes = new Map<string, Note>()
  readonly #keys = new Map<string, number>()
  readonly #refused = new Set<number>()
  readonly #outcomes: RowOutcome[] = []

  constructor(source: RecordSource | OrderSource, sheet: Sheet) {
    this.#source = source
    this.#sheet = sheet
    this.problems = [...sheet.broken]
    for (const { line } of sheet.broken) this.#refuse(line)
  }

  /** The row's outer key; null where there is none or it was there before, which is counted. */
  key(reader: RowReader, row: SheetRow): string | null {
    const { key: column, repeated } = this.#source
    const key = reader.raw(column)
    const before = this.#keys.get(key)
    if (key === '') reader.refuse(column, 'empty')
    else if (before === undefined) this.#keys.set(key, row.line)
    else if (repeated === 'first') this.#is(row, 'same', null)
    else reader.refuse(column, 'key-repeated', { value: key, line: before })
    if (!reader.isSound) this.#refuseFor(reader, row)
    return key === '' || before !== undefined ? null : key
  }

  /** Ends a row whose record is here and stays as it is. */
  present(row: SheetRow, id: string | null): void {
    this.#is(row, 'same', id)
  }

  /** Ends a row that makes a record: true when it goes in, else it is refused with all that is wrong with it. */
  created(reader: RowReader, row: SheetRow, id: string): boolean {
    return this.#settle(reader, row) && this.#is(row, 'created', id)
  }

  /** Ends a row whose record is here: true when it changes it. */
  changed(reader: RowReader, row: SheetRow, id: string, changes: readonly FieldChange[]): boolean {
    if (!this.#settle(reader, row)) return false
    return this.#is(row, changes.length > 0 ? 'changed' : 'same', id, changes) && changes.length > 0
  }

  isRefused(row: SheetRow): boolean {
    return this.#refused.has(row.line)
  }

  notes(): Iterable<Note> {
    return this.#notes.values()
  }

  /** What becomes of each row, in the order of the file. */
  outcomes(): RowOutcome[] {
    return this.#outcomes.toSorted((a, b) => a.line - b.line)
  }

  count(): SourceCount {
    const { file, rows, broken } = this.#sheet
    const what: CollectionName = this.#source.what
    const many = (outcome: RowOutcome['outcome']) => this.#outcomes.filter((one) => one.outcome === outcome).length
    return {
      file,
      what,
      rows: rows.length + broken.length,
      taken: many('created'),
      changed: many('changed'),
      present: many('same'),
      refused: this.#refused.size,
    }
  }

  #settle(reader: RowReader, row: SheetRow): boolean {
    if (!reader.isSound) return this.#refuseFor(reader, row)
    reader.settle()
    for (const note of reader.notes) this.#add(note)
    return true
  }

  #refuseFor(reader: RowReader, row: SheetRow): false {
    this.problems.push(...reader.problems)
    this.#refuse(row.line)
    return false
  }

  #refuse(line: number): void {
    if (this.#refused.has(line)) return
    this.#refused.add(line)
    this.#is({ line }, 'refused', null)
  }

  #is(
    { line }: Pick<SheetRow, 'line'>,
    outcome: RowOutcome['outcome'],
    id: string | null,
    changes: readonly FieldChange[] = [],
  ): true {
    this.#outcomes.push({ file: this.#sheet.file, line, what: this.#source.what, outcome, id, changes })
    return true
  }

  #add(note: Omit<Note, 'rows'>): void {
    const key = [note.code, note.column, note.from, note.to].join('\u0000')
    const known = this.#notes.get(key)
    this.#notes.set(key, known ? { ...known, rows: known.rows + 1 } : { ...note, rows: 1 })
  }
}
