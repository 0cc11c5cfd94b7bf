import * as Y from 'yjs'
import { COLLECTIONS } from '../../../collections.ts'
import { documentOf } from '../../../documents/documents.ts'
import type { Collection } from '../../declarations/collection.ts'
import { Clock } from '../../keys/stamp.ts'
import { RecordSet } from '../../reading/record-set.ts'
import type { Ground, OpenDocument } from '../../writing/transaction.ts'
import { Feed } from './feed.ts'

/** What a device needs of the world around it. */
export interface Surroundings {
  /** Milliseconds since 1970 that a right clock would show. */
  now(): number
  /** A number for a Yjs document, as Yjs would draw it. */
  clientNumber(): number
  /** Takes what the device wrote, to be brought to the others. */
  send(from: Device, document: string, update: Uint8Array): void
}

/** How a device reads what it keeps when it is opened again. */
export type Reload = 'state' | 'updates' | 'updates-reversed'

/** The origin of what a device did not write just now. */
const FROM_OUTSIDE = 'outside'

/** A document on a device. */
export class Held implements OpenDocument {
  readonly name: string
  readonly doc: Y.Doc
  /** All updates that came to the document or were made in it, as a store keeps them. */
  readonly updates: Uint8Array[] = []
  readonly feeds: Feed[] = []
  readonly #sets = new Map<string, RecordSet<Collection>>()

  constructor(name: string, doc: Y.Doc) {
    this.name = name
    this.doc = doc
  }

  take(update: Uint8Array): void {
    this.updates.push(update)
    Y.applyUpdate(this.doc, update, FROM_OUTSIDE)
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const set = this.#sets.get(collection.name) ?? new RecordSet<Collection>(this.doc, collection)
    if (!this.#sets.has(collection.name)) {
      this.#sets.set(collection.name, set)
      this.feeds.push(new Feed(set))
    }
    // A set stands under its collection's name, so it is the set of exactly this collection.
    return set as unknown as RecordSet<C>
  }
}

/** One replica: its clock, its documents, its line. */
export class Device implements Ground {
  readonly clock: Clock
  readonly person: string
  /** How far its clock is off, in milliseconds. */
  offset = 0
  online = true
  #held = new Map<string, Held>()
  readonly #world: Surroundings

  constructor(name: string, world: Surroundings) {
    this.#world = world
    this.clock = new Clock(name, () => world.now() + this.offset)
    this.person = `person-${name}`
  }

  get name(): string {
    return this.clock.replica
  }

  open({ family }: Collection, id: string): Held {
    return this.held(documentOf('company', family, id))
  }

  /** The documents that it has. */
  documents(): IterableIterator<Held> {
    return this.#held.values()
  }

  held(name: string): Held {
    return this.#held.get(name) ?? this.#start(name)
  }

  receive(document: string, update: Uint8Array): void {
    this.held(document).take(update)
  }

  /** Opens its documents again from what it keeps: with new client numbers, and nothing else but the writes themselves. */
  reload(how: Reload): void {
    const before = this.#held
    this.#held = new Map()
    for (const { name, doc, updates } of before.values()) {
      const state = [Y.encodeStateAsUpdate(doc)]
      const kept = how === 'state' ? state : how === 'updates' ? updates : updates.toReversed()
      const next = this.#start(name)
      for (const update of kept) next.take(update)
      doc.destroy()
    }
  }

  #start(name: string): Held {
    const doc = new Y.Doc()
    doc.clientID = this.#world.clientNumber()
    const held = new Held(name, doc)
    this.#held.set(name, held)
    for (const collection of Object.values(COLLECTIONS)) {
      if (collection.family === name.split('/')[1]) held.records<Collection>(collection)
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_OUTSIDE) return
      held.updates.push(update)
      this.#world.send(this, name, update)
    })
    return held
  }
}
