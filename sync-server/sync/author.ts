import { documentOf } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import type { Collection } from '../../shared/records/declarations/collection.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { type Ground, Transaction } from '../../shared/records/writing/transaction.ts'
import type { Library } from './documents/library.ts'
import type { Opened } from './documents/opened.ts'
import type { ServerWork } from './journal/jobs.ts'
import type { Journal } from './journal/journal.ts'

/** In whose name, and as of when, the server writes what follows within a command. */
export interface Guise {
  /** A person by id in `people`. */
  readonly person?: string | null
  /** Milliseconds since 1970: for records of the past, as the demo company's. */
  readonly at?: number
}

/** The server as a writer of records: its own replica, which may write what only the server writes. */
export interface Author {
  /**
   * Runs a command over any documents; resolves once its writes are journalled and applied. The command must be
   * synchronous and may be run more than once before it counts: a document that it needs is fetched, and it begins anew.
   */
  write<T>(command: (tx: Transaction, as: (guise: Guise) => void) => T): Promise<T>
}

/** A document that a command needs and that is not in memory. */
class Missing extends Error {
  readonly document: string

  constructor(document: string) {
    super(`${document} is not open`)
    this.document = document
  }
}

/** The server's author, upon its journal. */
export function makeAuthor(journal: Journal, library: Library, company: string, clock: Clock): Author {
  return {
    write: (command) =>
      journal.write(() =>
        runWhole(library, () => {
          const ground = new ServerGround(library, company, clock)
          const tx = new Transaction(ground)
          const value = command(tx, (guise) => ground.take(guise))
          return { value, work: workOf(tx, library) }
        }),
      ),
  }
}

async function runWhole<T>(library: Library, run: () => T): Promise<T> {
  for (;;) {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      await library.open(error.document)
    }
  }
}

function workOf(tx: Transaction, library: Library): ServerWork {
  const byDocument = Map.groupBy(tx.texts(), ({ document }) => document.name)
  const texts = [...byDocument].map(([name, own]) => {
    const open = library.find(name)
    if (!open) throw new Missing(name)
    return { open, texts: own.map(({ collection, key, text }) => ({ collection, key, text })) }
  })
  return { texts, wishes: [] }
}

class ServerGround implements Ground {
  readonly server = true
  readonly #library: Library
  readonly #company: string
  #clock: Clock
  #person: string | null = null

  constructor(library: Library, company: string, clock: Clock) {
    this.#library = library
    this.#company = company
    this.#clock = clock
  }

  get clock(): Clock {
    return this.#clock
  }

  get person(): string | null {
    return this.#person
  }

  take({ person, at }: Guise): void {
    if (person !== undefined) this.#person = person
    if (at !== undefined) this.#clock = new Clock(this.#clock.replica, () => at)
  }

  open(collection: Collection, id: string): Opened {
    const name = nameOf(this.#company, collection, id)
    const open = this.#library.find(name)
    if (!open) throw new Missing(name)
    return open
  }
}

function nameOf(company: string, collection: Collection, id: string): string {
  try {
    return documentOf(company, collection.family, id)
  } catch (error) {
    if (error instanceof RangeError) throw new Failure('document-unknown', { id }, { cause: error })
    throw error
  }
}
