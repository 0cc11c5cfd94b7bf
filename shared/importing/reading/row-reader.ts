import type { CollectionName } from '../../collections.ts'
import type { Field } from '../../records/declarations/fields.ts'
import type { Json } from '../../records/declarations/value.ts'
import { doubtOf } from '../../records/forms/doubts.ts'
import { isMadeByName } from '../planning/book.ts'
import { timelessId } from '../planning/ids.ts'
import { planRecord, type Setting } from '../planning/setting.ts'
import type { Note, RowProblem, RowProblemCode } from '../report.ts'
import { readAdded } from './added-value.ts'
import { instantOf } from './dates.ts'
import type { Cell } from './mapping.ts'
import { readNumber } from './numbers.ts'
import type { SheetRow } from './sheet.ts'

/** Decimals that are kept of a number in a field of that type. */
const DECIMALS: Readonly<Record<string, number>> = { integer: 0, hue: 0, money: 2, percent: 2, quantity: 3 }

/** A row further down in the same file may be the record that a name means: gives its id, and takes that row in first. */
export type Coming = (collection: string, name: string) => string | null
const NONE_COMING: Coming = () => null

type RowNote = Omit<Note, 'rows'>

/**
 * Reads the cells of one row into values of fields. It gathers what is wrong with the row and what was done to it;
 * nothing of it is planned before `settle` says that the row goes in.
 */
export class RowReader {
  readonly problems: RowProblem[] = []
  readonly notes: RowNote[] = []
  readonly #setting: Setting
  readonly #file: string
  readonly #row: SheetRow
  readonly #coming: Coming
  readonly #makes = new Map<string, { readonly collection: CollectionName; readonly name: string }>()

  constructor(setting: Setting, file: string, row: SheetRow, coming: Coming = NONE_COMING) {
    this.#setting = setting
    this.#file = file
    this.#row = row
    this.#coming = coming
  }

  get isSound(): boolean {
    return this.problems.length === 0
  }

  /** The row does not go in as it is. */
  refuse(column: string | null, code: RowProblemCode, params: RowProblem['params'] = {}): null {
    const isKnown = this.problems.some((problem) => problem.column === column && problem.code === code)
    if (!isKnown) this.problems.push({ file: this.#file, line: this.#row.line, column, code, params })
    return null
  }

  /** A cell's value for a field; null where it is empty, or does not fit (then the row is refused). */
  value(field: Field, cell: Cell): Json {
    const text = this.text(cell)
    const column = cell.column ?? null
    if (text === '') return field.required || cell.empty === 'refuse' ? this.refuse(column, 'empty') : null
    if (field.to !== undefined) return this.#reference(field.to, text, cell)
    return this.#convert(field, text, column)
  }

  /** A cell's text: replaced, assumed or built as the mapping says. */
  text(cell: Cell): string {
    if (cell.value !== undefined) return cell.value
    if (cell.template) return this.#fill(cell.template)
    return cell.column === undefined ? '' : this.#mapped(cell, cell.column, this.raw(cell.column))
  }

  raw(column: string): string {
    return this.#row.cells[column] ?? ''
  }

  /** Plans the records that this row's references are to make. */
  settle(): void {
    for (const [id, { collection, name }] of this.#makes) {
      if (!this.#setting.book.has(id)) planRecord(this.#setting, collection, id, { name })
    }
  }

  #mapped(cell: Cell, column: string, raw: string): string {
    if (raw === '') {
      this.#note(cell.assume === undefined ? 'left-empty' : 'assumed', column, '', cell.assume ?? '')
      return cell.assume ?? ''
    }
    const text = Object.hasOwn(cell.map, raw) ? (cell.map[raw] ?? raw) : raw
    if (text !== raw) this.#note('corrected', column, raw, text)
    return text
  }

  #note(code: Note['code'], column: string, from: string, to: string): void {
    const isKnown = this.notes.some((note) => note.code === code && note.column === column && note.to === to)
    if (!isKnown) this.notes.push({ code, file: this.#file, column, from, to, line: this.#row.line })
  }

  #fill(template: readonly string[]): string {
    const lines = template.filter((line) => columnsOf(line).some((column) => this.raw(column) !== ''))
    return lines.map((line) => line.replace(COLUMN, (_, column: string) => this.raw(column))).join('\n')
  }

  #reference(to: string, name: string, cell: Cell): string | null {
    if (cell.by === 'key') return this.#byKey(to as CollectionName, name, cell)
    const [id, other] = this.#setting.book.find(to as CollectionName, name)
    const params = { collection: to, name }
    if (other !== undefined) return this.refuse(cell.column ?? null, 'reference-ambiguous', params)
    const found = id ?? this.#coming(to, name)
    if (found !== null) return found
    if (cell.missing === 'refuse' || !isMadeByName(to))
      return this.refuse(cell.column ?? null, 'reference-missing', params)
    const made = timelessId(this.#setting.mapping.name, to, name)
    this.#makes.set(made, { collection: to, name })
    return made
  }

  #byKey(to: CollectionName, key: string, { column }: Cell): string | null {
    const found = this.#setting.book.meant(timelessId(this.#setting.mapping.name, to, key))
    return found ?? this.refuse(column ?? null, 'reference-missing', { collection: to, name: key })
  }

  #convert(field: Field, text: string, column: string | null): Json {
    const added = field.added && readAdded(field, text, this.#setting.mapping.format)
    if (added) return 'code' in added ? this.refuse(column, added.code, added.params) : added.value
    if (field.type === 'date' || field.type === 'instant') return this.#date(field, text, column)
    const decimals = DECIMALS[field.type]
    if (decimals !== undefined) {
      const number = readNumber(text, decimals, this.#setting.mapping.format)
      return number !== null && field.accepts(number)
        ? number
        : this.refuse(column, 'number', { value: text, decimals })
    }
    if (field.type === 'strings') return wordsIn(text)
    if (column !== null && doubtOf(field.form, text)) this.#note('doubtful', column, '', '')
    return field.accepts(text)
      ? text
      : this.refuse(column, 'choice', { value: text, choices: field.choices?.join(', ') ?? '' })
  }

  #date(field: Field, text: string, column: string | null): Json {
    const date = this.#setting.readDate(text)
    if (!date) return this.refuse(column, 'date', { value: text, form: this.#setting.mapping.format.dates })
    return field.type === 'date' ? date.toPlainDate().toString() : instantOf(date, this.#setting.zone)
  }
}

/** Several words in one cell: tags, with any of the usual signs between them, each once. */
function wordsIn(text: string): string[] {
  return [...new Set(text.split(/[,;|\n]/).map((word) => word.trim()))].filter((word) => word !== '')
}

const COLUMN = /\{([^{}]+)\}/g

/** The columns that a template names. */
export function columnsOf(template: string): string[] {
  return [...template.matchAll(COLUMN)].map((found) => found[1] ?? '')
}
