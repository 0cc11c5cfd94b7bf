import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { Logger } from 'pino'
import { beginAnew, isDamage, openDatabase } from './database.ts'

/** A small text that outlives the process: how far an agent has come. */
export interface Place {
  /** Null where nothing was written, or what was written is damaged. */
  read(): string | null
  write(text: string): void
}

interface Kept<T> {
  readonly kept: T
  readonly crc: number
}

/**
 * What agents keep in their folder between runs: states of documents and places (SPEC RT1 to RT5). What the disk does not
 * give or take costs time alone: the log says so, once until it does again.
 */
export class Cache {
  readonly folder: string
  readonly #log: Logger
  #database: Database.Database
  #isWell = true

  /** FolderInUse where other agents work in the folder. */
  constructor(folder: string, log: Logger) {
    this.folder = folder
    this.#log = log
    this.#database = openDatabase(folder)
  }

  /** A document's state as it was put here, an update for Yjs; null where there is none, or it is damaged. */
  state(document: string): Uint8Array | null {
    return this.#read<Buffer>('SELECT state AS kept, crc FROM states WHERE document = ?', document)
  }

  put(document: string, state: Uint8Array): void {
    this.#write('INSERT OR REPLACE INTO states VALUES (?, ?, ?)', document, state, crc32(state))
  }

  /** All of it belongs to another company. */
  forgetAll(): void {
    this.#write('DELETE FROM states')
    this.#write('DELETE FROM places')
  }

  place(name: string): Place {
    return {
      read: () => this.#read<string>('SELECT text AS kept, crc FROM places WHERE name = ?', name),
      write: (text) => this.#write('INSERT OR REPLACE INTO places VALUES (?, ?, ?)', name, text, crc32(text)),
    }
  }

  close(): void {
    this.#database.close()
  }

  #read<T extends string | Buffer>(sql: string, name: string): T | null {
    const found = this.#with((database) => database.prepare<[string], Kept<T>>(sql).get(name))
    if (!found) return null
    if (crc32(found.kept) === found.crc) return found.kept
    this.#log.warn({ name }, 'what was kept is damaged')
    return null
  }

  #write(sql: string, ...values: readonly unknown[]): void {
    if (this.#with((database) => database.prepare(sql).run(...values))) this.#isWell = true
  }

  /** What the database answers; null where it does not, and then it is begun anew if it is damaged. */
  #with<T>(ask: (database: Database.Database) => T): T | null {
    try {
      return ask(this.#database)
    } catch (err) {
      if (this.#isWell) this.#log.warn({ err }, 'the cache is of no use now')
      this.#isWell = false
      if (isDamage(err)) this.#renew()
      return null
    }
  }

  #renew(): void {
    this.#database.close()
    this.#database = beginAnew(this.folder)
  }
}
