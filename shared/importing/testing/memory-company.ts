import * as Y from 'yjs'
import { documentOf } from '../../documents/documents.ts'
import type { Collection, Row } from '../../records/declarations/collection.ts'
import { Clock } from '../../records/keys/stamp.ts'
import { RecordSet } from '../../records/reading/record-set.ts'
import { type Ground, type OpenDocument, Transaction, type Written } from '../../records/writing/transaction.ts'
import type { Known } from '../planning/book.ts'
import { type Planned, runPlanned } from '../planning/planned.ts'

/** A company in memory, for tests: commands run as they do anywhere, in real documents. */
export class MemoryCompany implements Known {
  readonly #documents = new Map<string, MemoryDocument>()
  readonly #ground: Ground

  constructor(now: number) {
    this.#ground = {
      clock: new Clock('memory', () => now),
      person: null,
      open: (collection, id) => this.#open(documentOf('memory', collection.family, id)),
    }
  }

  /** What was written, as an act that can be undone. */
  run(commands: readonly Planned[]): readonly Written[] {
    return this.write((tx) => {
      for (const command of commands) runPlanned(tx, command)
    })
  }

  write(command: (tx: Transaction) => void): readonly Written[] {
    const tx = new Transaction(this.#ground)
    command(tx)
    return tx.commit('test')
  }

  *rows<C extends Collection>(collection: C): Generator<Row<C>> {
    for (const document of this.#documents.values()) {
      if (document.name.split('/')[1] === collection.family) yield* document.records(collection).rows()
    }
  }

  *orderIds(): Generator<string> {
    for (const collection of this.#documents.values()) yield* collection.orderIds()
  }

  documents(): IterableIterator<{ readonly name: string; readonly doc: Y.Doc }> {
    return this.#documents.values()
  }

  documentNames(): string[] {
    return [...this.#documents.keys()]
  }

  #open(name: string): OpenDocument {
    const document = this.#documents.get(name) ?? new MemoryDocument(name)
    this.#documents.set(name, document)
    return document
  }
}

class MemoryDocument implements OpenDocument {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly #sets = new Map<string, RecordSet<Collection>>()

  constructor(name: string) {
    this.name = name
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const set = this.#sets.get(collection.name) ?? new RecordSet<Collection>(this.doc, collection)
    this.#sets.set(collection.name, set)
    // The set under a collection's name was made of that collection.
    return set as unknown as RecordSet<C>
  }

  orderIds(): Iterable<string> {
    return this.#sets.get('orders')?.ids() ?? []
  }
}
