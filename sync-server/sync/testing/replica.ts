import * as Y from 'yjs'
import { parseDocument } from '../../../shared/documents/documents.ts'
import { formatCreation, formatWrite, type Json, type JsonObject } from '../../../shared/records/declarations/value.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { Opened } from '../documents/opened.ts'

/** The document that the tests of updates write, and a customer that belongs into it. */
export const CUSTOMERS = 'COMPANY/customers/common'
export const CUSTOMER = 'common-0197a1b2-c3d4-7000-8000-000000000001'

/** An open document of the server. */
export function serverDocument(name: string, doc = new Y.Doc()): Opened {
  const known = parseDocument(name, Date.now())
  if (!known) throw new RangeError(name)
  return new Opened(known, doc, true, 1)
}

/** A replica's copy of a document, and the updates that it has not sent. */
export class Replica {
  readonly name: string
  readonly clock: Clock
  doc: Y.Doc
  unsent: Uint8Array[] = []

  constructor(name: string, doc = new Y.Doc()) {
    this.name = name
    this.clock = new Clock(name, Date.now)
    this.doc = doc
    this.#listen()
  }

  create(collection: string, id: string, values: JsonObject = {}): void {
    this.put(collection, formatKey(id, '', this.name), formatCreation(this.clock.tick(), 1, values))
  }

  write(collection: string, id: string, path: string, value: Json): void {
    this.put(collection, formatKey(id, path, this.name), formatWrite(this.clock.tick(), [], value))
  }

  /** Puts whatever text under whatever key, as no command does. */
  put(collection: string, key: string, value: unknown): void {
    this.doc.getMap(collection).set(key, value)
  }

  /** All that was not sent, in one update. */
  send(): Uint8Array {
    const update = Y.mergeUpdates(this.unsent)
    this.unsent = []
    return update
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this)
  }

  /** Starts anew from its disk: Yjs then writes as another client. */
  restart(): void {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    this.doc = doc
    this.#listen()
  }

  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.unsent.push(update)
    })
  }
}
