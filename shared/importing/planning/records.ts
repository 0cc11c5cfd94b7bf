import { COLLECTIONS } from '../../collections.ts'
import { fieldsOf } from '../../custom/known.ts'
import type { List } from '../../records/declarations/collection.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { RecordSource } from '../reading/mapping.ts'
import { RowReader } from '../reading/row-reader.ts'
import type { Sheet, SheetRow } from '../reading/sheet.ts'
import { RowsTaken } from '../tally.ts'
import { addedEntries } from './added.ts'
import { changesOf, valuesAfter } from './changes.ts'
import { entriesOf } from './entries.ts'
import { timelessId } from './ids.ts'
import { sameRecord } from './same.ts'
import { filled, planRecord, type Setting } from './setting.ts'

/** Plans the records of a file of organisations, departments, people, products or customers. */
export function planRecords(setting: Setting, source: RecordSource, sheet: Sheet): RowsTaken {
  return new RecordPlan(setting, source, sheet).run()
}

class RecordPlan {
  readonly #setting: Setting
  readonly #source: RecordSource
  readonly #sheet: Sheet
  readonly #taken: RowsTaken
  /** Rows that were begun; a row that refers to one further down has that one taken in first. */
  readonly #begun = new Set<SheetRow>()
  readonly #byName: ReadonlyMap<string, SheetRow>
  /** Ids of all that this file makes: two rows of one name are two records, other records of that name are theirs. */
  readonly #own: ReadonlySet<string>
  /** Records that were here before and that a row has met: a second row changes none of them. */
  readonly #met = new Set<string>()

  constructor(setting: Setting, source: RecordSource, sheet: Sheet) {
    this.#setting = setting
    this.#source = source
    this.#sheet = sheet
    this.#taken = new RowsTaken(source, sheet)
    const nameCell = source.fields.name
    this.#own = new Set(sheet.rows.map((row) => this.#id(row.cells[source.key] ?? '')))
    this.#byName = new Map(
      sheet.rows.map((row) => [nameCell ? new RowReader(setting, sheet.file, row).text(nameCell) : '', row]),
    )
  }

  run(): RowsTaken {
    for (const row of this.#sheet.rows) this.#take(row)
    return this.#taken
  }

  #take(row: SheetRow): void {
    if (this.#begun.has(row)) return
    this.#begun.add(row)
    const reader = new RowReader(this.#setting, this.#sheet.file, row, (to, name) => this.#coming(to, name))
    const key = this.#taken.key(reader, row)
    if (key === null) return
    const values = this.#values(reader)
    const id = this.#id(key)
    if (this.#setting.book.has(id)) this.#change(reader, row, id, values)
    else this.#meet(reader, row, id, values)
  }

  /** A row that no import has made: it means a record that was here before, or makes one. */
  #meet(reader: RowReader, row: SheetRow, id: string, values: JsonObject): void {
    const { book } = this.#setting
    const same = sameRecord(book, this.#source.what, values, this.#own)
    if (same === null) this.#make(reader, row, id, values)
    else if (same === 'many') this.#refuse(reader, row, values)
    else {
      const record = 'id' in same ? same.id : same.near
      book.mean(id, record)
      const isFirst = !this.#met.has(record)
      this.#met.add(record)
      if ('id' in same && isFirst) this.#change(reader, row, record, values)
      else this.#taken.present(row, record)
    }
  }

  #refuse(reader: RowReader, row: SheetRow, values: JsonObject): void {
    const { what } = this.#source
    reader.refuse(null, 'reference-ambiguous', { collection: what, name: String(values.name ?? '') })
    this.#taken.created(reader, row, '')
  }

  #make(reader: RowReader, row: SheetRow, id: string, values: JsonObject): void {
    const lists = this.#lists(reader, id)
    if (this.#taken.created(reader, row, id)) planRecord(this.#setting, this.#source.what, id, { ...values, ...lists })
  }

  /** A record that an import made before gets what the row says now, if the mapping wants that; a removed one comes back, if it wants that. */
  #change(reader: RowReader, row: SheetRow, id: string, values: JsonObject): void {
    const { what, changed, removed } = this.#source
    const record = this.#setting.book.record(what, id)
    if (!record && removed === 'restore') this.#bringBack(reader, row, id, values)
    else if (changed === 'leave' || !record) this.#taken.present(row, id)
    else {
      const changes = changesOf(record, values)
      const added = addedEntries({ collection: what, id, record }, this.#lists(reader, id))
      if (!this.#taken.changed(reader, row, id, [...changes, ...added.changes])) return
      const args = { collection: what, id, values: valuesAfter(changes) } as const
      if (changes.length > 0) this.#setting.commands.push({ command: 'setRecord', args })
      this.#setting.commands.push(...added.steps)
    }
  }

  /** As after an import that was undone: for whoever takes it in again, the record is new. */
  #bringBack(reader: RowReader, row: SheetRow, id: string, values: JsonObject): void {
    if (!this.#taken.created(reader, row, id)) return
    const { what } = this.#source
    this.#setting.commands.push({ command: 'restoreRecord', args: { collection: what, id } })
    this.#setting.commands.push({ command: 'setRecord', args: { collection: what, id, values: filled(values) } })
  }

  #values(reader: RowReader): JsonObject {
    const fields = fieldsOf(this.#source.what)
    return Object.fromEntries(
      Object.entries(this.#source.fields).map(([name, cell]) => {
        const field = Object.entries(fields).find(([one]) => one === name)?.[1]
        return [name, field ? reader.value(field, cell) : null]
      }),
    )
  }

  /** Entries that a row has for lists. */
  #lists(reader: RowReader, id: string): { [list: string]: { [entry: string]: JsonObject } } {
    const declared: Readonly<Record<string, List>> = COLLECTIONS[this.#source.what].lists
    return Object.fromEntries(
      Object.entries(this.#source.lists).flatMap(([list, cells]) => {
        const fields = declared[list]?.fields
        const entries = fields ? entriesOf(reader, { id, list, fields }, cells) : {}
        return Object.keys(entries).length === 0 ? [] : [[list, entries]]
      }),
    )
  }

  /** The id of a record that a row of this same file will make; people name their superior, who may stand below. */
  #coming(collection: string, name: string): string | null {
    const row = collection === this.#source.what ? this.#byName.get(name) : undefined
    if (!row) return null
    this.#take(row)
    const [found] = this.#setting.book.find(this.#source.what, name)
    if (found !== undefined || this.#taken.isRefused(row)) return found ?? null
    return this.#id(row.cells[this.#source.key] ?? '')
  }

  #id(key: string): string {
    return timelessId(this.#setting.mapping.name, this.#source.what, key)
  }
}
