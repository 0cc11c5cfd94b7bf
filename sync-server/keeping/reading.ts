import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { COLLECTIONS } from '../../shared/collections.ts'
import { parseDocument } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { STORAGE_FILE } from '../storage/sqlite/database.ts'
import { storedDocuments } from '../storage/sqlite/documents.ts'
import { readAsToday } from '../storage/sqlite/older.ts'
import { diskFailure } from './disk.ts'

/** A document as it is stored. */
export interface StoredCopy {
  readonly name: string
  readonly family: string
  readonly doc: Y.Doc
  readonly sets: readonly RecordSet<Collection>[]
}

/** The records of a collection in a document, removed ones included. */
export function rowsIn<C extends Collection>({ sets }: StoredCopy, { name }: C): readonly Row<C>[] {
  const set = sets.find(({ collection }) => collection.name === name)
  // The set is of that collection, as its name says.
  return [...(set?.rows() ?? [])] as unknown as readonly Row<C>[]
}

/** A data folder, or a backup, opened for reading alone. */
export interface Reading {
  readonly database: Database.Database
  /** The documents one after the other, or those that are asked for; without a copy where one does not load. */
  documents(asked?: (name: string) => boolean): Generator<{ readonly name: string; readonly copy: StoredCopy | null }>
  close(): void
}

/** Opens a folder for reading, whether a server runs on it or not. Failures: file-missing, data-damaged. */
export function openForReading(folder: string): Reading {
  const path = join(folder, STORAGE_FILE)
  const database = openFile(path)
  try {
    checkMade(database, path)
    readAsToday(database)
    const tables = storedDocuments(database)
    return {
      database,
      *documents(asked = () => true) {
        const names = tables.marks().map(({ document }) => document)
        for (const name of names.filter(asked)) yield { name, copy: copyOf(name, tables) }
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw diskFailure(error, path)
  }
}

function openFile(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  } catch (cause) {
    throw new Failure('file-missing', { file: path }, { cause })
  }
}

/** What SQLite does not mind: a file that was cut off to nothing is to it a database in which nobody has made anything yet. */
function checkMade(database: Database.Database, path: string): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version === 0) throw new Failure('data-damaged', { file: path, what: 'the file has no schema' })
  // A page that was cut off is read as if noughts stood at its end: where they do, nothing else would be noticed.
  const page = Number(database.pragma('page_size', { simple: true }))
  if (statSync(path).size % page !== 0)
    throw new Failure('data-damaged', { file: path, what: 'the file ends amid a page' })
}

function copyOf(name: string, tables: ReturnType<typeof storedDocuments>): StoredCopy | null {
  const doc = new Y.Doc()
  try {
    const { state, updates } = tables.load(name)
    for (const update of state ? [state, ...updates] : updates) Y.applyUpdate(doc, update)
  } catch {
    // Yjs throws whatever it stumbles over; for all of it the document is damaged.
    return null
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return null
  const family = parseDocument(name, Date.now())?.family ?? ''
  const collections = Object.values<Collection>(COLLECTIONS).filter((one) => one.family === family)
  return { name, family, doc, sets: collections.map((one) => new RecordSet<Collection>(doc, one)) }
}
