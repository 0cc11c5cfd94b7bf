import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { type CustomField, ownerOf } from '../../../shared/custom/declared.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import { diskFailure } from '../disk.ts'
import { ownFieldsIn } from '../own-fields.ts'
import { openForReading, type Reading } from '../reading.ts'
import { README } from './readme.ts'

/** Spreadsheets take a file with this before it for UTF-8. */
const BOM = '\uFEFF'
/** What everybody has of a record besides its fields. */
const BUILT_IN = ['id', 'gone', 'madeAt', 'madeBy', 'changedAt'] as const

type Line = { readonly [name: string]: Json }

/** What was written, by file: how many lines. */
export type Exported = ReadonlyMap<string, number>

/**
 * Writes all of a data folder or a backup into open files (SPEC K12). Failures: file-missing, data-damaged, disk-full,
 * folder-unwritable; documents that do not load are named.
 */
export function exportAll(from: string, to: string): { readonly files: Exported; readonly damaged: readonly string[] } {
  const reading = openForReading(from)
  const files = new Files(to)
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    const damaged = writeRecords(reading, files)
    writeHistory(reading, files)
    files.end()
    writeFileSync(join(to, 'README.md'), README, { mode: 0o600 })
    return { files: files.lines, damaged }
  } catch (error) {
    throw diskFailure(error, to)
  } finally {
    files.close()
    reading.close()
  }
}

function writeRecords(reading: Reading, files: Files): string[] {
  const damaged: string[] = []
  const added = ownFieldsIn(reading)
  for (const { name, copy } of reading.documents()) {
    if (copy === null) damaged.push(name)
    for (const set of copy?.sets ?? []) {
      if (set.collection.name === COLLECTIONS.shelves.name) continue
      for (const row of set.rows()) writeRecord(files, set.collection, added, row as unknown as JsonObject)
    }
  }
  return damaged
}

function writeRecord(files: Files, declared: Collection, added: readonly CustomField[], row: JsonObject): void {
  const { name, fields, lists } = declared
  const own = added.filter(({ of }) => of === ownerOf(name as CollectionName)).map((one) => one.name)
  files.json(name, row)
  files.table(name, [...BUILT_IN, ...Object.keys(fields), ...own], row)
  for (const [list, declared] of Object.entries(lists)) {
    const columns = ['record', 'id', ...Object.keys(declared.fields)]
    const entries = (row[list] ?? []) as readonly JsonObject[]
    for (const entry of entries) files.table(`${name}.${list}`, columns, { ...entry, record: row.id ?? null })
  }
}

function writeHistory({ database }: Reading, files: Files): void {
  const rows = database.prepare<[], Line>(
    'SELECT at, "user", replica, collection, record, path, stamp, value FROM audit ORDER BY rowid',
  )
  for (const row of rows.iterate()) files.json('history', { ...row, value: JSON.parse(String(row.value)) as Json })
}

/** So many characters of a file are put on the disk at once: a call for each line would take longer than making it. */
const AT_ONCE = 1 << 18

interface Open {
  readonly file: number
  /** What is not on the disk yet. */
  text: string
}

/** The files that an export writes, each begun with its first line. */
class Files {
  readonly #to: string
  readonly #open = new Map<string, Open>()
  readonly lines = new Map<string, number>()

  constructor(to: string) {
    this.#to = to
  }

  json(name: string, line: Line): void {
    this.#write(`${name}.jsonl`, '', `${JSON.stringify(line)}\n`)
  }

  /** What would be taken for a formula is written so that it is none. */
  table(name: string, columns: readonly string[], line: Line): void {
    const cells = columns.map((column) => cellOf(line[column] ?? null))
    const rowOf = (row: readonly string[]) => `${Papa.unparse([[...row]], { escapeFormulae: true })}\r\n`
    this.#write(`${name}.csv`, BOM + rowOf(columns), rowOf(cells))
  }

  /** Puts the rest on the disk. */
  end(): void {
    for (const open of this.#open.values()) put(open)
  }

  close(): void {
    for (const { file } of this.#open.values()) closeSync(file)
  }

  #write(name: string, head: string, line: string): void {
    const open = this.#open.get(name) ?? { file: openSync(join(this.#to, name), 'w', 0o600), text: head }
    this.#open.set(name, open)
    open.text += line
    if (open.text.length > AT_ONCE) put(open)
    this.lines.set(name, (this.lines.get(name) ?? 0) + 1)
  }
}

/** A disk that is nearly full may take a part, and refuses the next. */
function put(open: Open): void {
  const bytes = Buffer.from(open.text)
  for (let at = 0; at < bytes.length; ) at += writeSync(open.file, bytes, at)
  open.text = ''
}

function cellOf(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
