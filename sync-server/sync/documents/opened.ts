import type * as Y from 'yjs'
import type { KnownDocument } from '../../../shared/documents/documents.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { OpenDocument } from '../../../shared/records/writing/transaction.ts'

/** A document that the server has in memory: one that devices hold open, or a copy for the server's own writes. */
export class Opened implements OpenDocument {
  readonly known: KnownDocument
  readonly doc: Y.Doc
  /** Devices are connected to it: what is applied to it goes out to them. */
  readonly isLive: boolean
  /** The Yjs client that the server writes as. Not the document's own: Yjs changes that when it meets it in an update. */
  readonly pen: number
  /** Which generation of the document it is (SPEC J19). */
  readonly generation: string
  readonly #sets = new Map<string, RecordSet<Collection>>()

  constructor(known: KnownDocument, doc: Y.Doc, isLive: boolean, pen: number, generation = '') {
    this.known = known
    this.doc = doc
    this.isLive = isLive
    this.pen = pen
    this.generation = generation
  }

  get name(): string {
    return this.known.name
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const known = this.#sets.get(collection.name)
    // A set under a collection's name was made for it below.
    if (known) return known as unknown as RecordSet<C>
    const set = new RecordSet(this.doc, collection)
    this.#sets.set(collection.name, set as unknown as RecordSet<Collection>)
    return set
  }

  close(): void {
    for (const set of this.#sets.values()) set.close()
    this.#sets.clear()
  }
}
