import type * as Y from 'yjs'
import { Failure } from '../../errors.ts'
import {
  type Collection,
  type Draft,
  fieldAt,
  GONE,
  own,
  type Patch,
  type Row,
  readValue,
} from '../declarations/collection.ts'
import { formatCreation, formatWrite, isSameJson, type Json, type JsonObject } from '../declarations/value.ts'
import { formatKey, isId, isSegment } from '../keys/key.ts'
import { type Clock, replicaOf, type Stamp } from '../keys/stamp.ts'
import type { RecordSet } from '../reading/record-set.ts'
import { readRow } from '../reading/row.ts'
import type { Reading, Stamped } from '../reading/values.ts'
import { checkDraft, checkEntry, checkWritable } from './checks.ts'

/** An open document, as commands need it. */
export interface OpenDocument {
  readonly name: string
  readonly doc: Y.Doc
  /** The records of a collection in this document; the same object each time. */
  records<C extends Collection>(collection: C): RecordSet<C>
}

/** What a transaction stands on: who writes, when, and where. */
export interface Ground {
  readonly clock: Clock
  /** The person who writes, by id in `people`; null for a process or an account without one. */
  readonly person: string | null
  /** The sync server itself writes: it alone may write the fields that are declared as the server's. */
  readonly server?: true
  /** The open document that holds, or is to hold, the record; throws a Failure when it is not open or not allowed. */
  open(collection: Collection, id: string, intent: 'read' | 'write'): OpenDocument
}

/** One write of an act, with what stood at the path before and after it: enough to undo it. */
export interface Written {
  readonly document: string
  readonly collection: string
  readonly id: string
  /** Empty for the record as created. */
  readonly path: string
  readonly key: string
  readonly stamp: Stamp
  readonly before: Json
  /** Null for the record as created. */
  readonly after: Json
}

/** A text that a transaction would put under a key. */
export interface Text {
  readonly document: OpenDocument
  readonly collection: string
  readonly key: string
  readonly text: string
}

interface Pending {
  readonly document: OpenDocument
  readonly collection: Collection
  /** The texts to be written, by record and key. */
  readonly byId: Map<string, Map<string, string>>
}

/** What was read, and of which record. */
interface Place extends Reading {
  readonly place: string
}

/** A write, and the record as it was read before. */
interface Wanted {
  readonly collection: Collection
  readonly id: string
  readonly path: string
  readonly value: Json
  readonly reading: Reading
}

const NOTHING: ReadonlyMap<string, string> = new Map()

/**
 * Collects the writes of one command. Nothing reaches a document before the command has ended well (SPEC R13); reads
 * inside see what the command wrote so far.
 */
export class Transaction {
  readonly #ground: Ground
  readonly #pending = new Map<string, Pending>()
  readonly #written: Written[] = []
  /** The record that was read last: a command mostly stays with one. */
  #last: Place | null = null

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** The replica that writes. */
  get replica(): string {
    return this.#ground.clock.replica
  }

  /** The person who writes, by id in `people`. */
  get person(): string | null {
    return this.#ground.person
  }

  /** How many writes were collected so far. */
  get count(): number {
    return this.#written.length
  }

  /** The documents that `commit` writes. */
  documents(): OpenDocument[] {
    return [...this.#pending.values()].map(({ document }) => document)
  }

  /** What was collected so far. */
  get written(): readonly Written[] {
    return this.#written
  }

  /** Milliseconds since 1970, by the replica's corrected clock. */
  now(): number {
    return this.#ground.clock.now()
  }

  /** The record as this transaction sees it, or null. */
  find<C extends Collection>(collection: C, id: string): Row<C> | null {
    const document = this.#ground.open(collection, id, 'read')
    if (this.#texts(document, collection, id).size === 0) return document.records(collection).get(id)
    return readRow(collection, id, this.#read(collection, id))
  }

  /** The record as this transaction sees it; Failure `record-missing` where there is none. */
  get<C extends Collection>(collection: C, id: string): Row<C> {
    const row = this.find(collection, id)
    if (row === null) throw new Failure('record-missing', { collection: collection.name, id })
    return row
  }

  /** Makes a record. Its empty fields are left out; the id says which document holds it. */
  create<C extends Collection>(collection: C, id: string, draft: Draft<C>): void {
    if (!isId(id)) throw new Failure('field-value', { field: 'id' })
    if (this.find(collection, id)) return
    const values = checkDraft(collection, draft as JsonObject, this.#isServer)
    const stamp = this.#ground.clock.tick()
    this.#put(collection, id, '', stamp, formatCreation(stamp, collection.version, values))
  }

  /** Writes fields of a record; a field that already reads so is left alone. */
  set<C extends Collection>(collection: C, id: string, patch: Patch<C['fields']>): void {
    this.writeAll(collection, id, new Map(Object.entries(patch) as [string, Json][]))
  }

  /** Adds an entry to a list, written whole; an entry that is there already stays as it is. */
  add<C extends Collection, N extends string & keyof C['lists']>(
    collection: C,
    id: string,
    list: N,
    entry: string,
    values: Patch<C['lists'][N]['fields']>,
  ): void {
    this.addAll(collection, id, list, new Map([[entry, values]]))
  }

  /** The same of several entries; the record is read once for all of them. */
  addAll<C extends Collection, N extends string & keyof C['lists']>(
    collection: C,
    id: string,
    list: N,
    entries: ReadonlyMap<string, Patch<C['lists'][N]['fields']>>,
  ): void {
    const declared = own(collection.lists, list)
    if (!declared) throw new Failure('field-unknown', { field: list })
    for (const entry of entries.keys()) if (!isSegment(entry)) throw new Failure('field-value', { field: list })
    this.#checkVersion(collection, id)
    const reading = this.#read(collection, id)
    for (const [entry, values] of entries) {
      const path = `${list}/${entry}`
      if (reading.values.get(path)) continue
      const whole = checkEntry(declared.fields, values as JsonObject, path, this.#isServer)
      this.#write({ collection, id, path, value: whole, reading }, declared.once)
    }
  }

  /** Writes fields of a list's entry. */
  setEntry<C extends Collection, N extends string & keyof C['lists']>(
    collection: C,
    id: string,
    list: N,
    entry: string,
    patch: Patch<C['lists'][N]['fields']>,
  ): void {
    const values = Object.entries(patch).map(([name, value]) => [`${list}/${entry}/${name}`, value as Json] as const)
    this.writeAll(collection, id, new Map(values))
  }

  removeEntry(collection: Collection, id: string, list: string, entry: string): void {
    this.write(collection, id, `${list}/${entry}/${GONE}`, true)
  }

  remove(collection: Collection, id: string): void {
    this.write(collection, id, GONE, true)
  }

  restore(collection: Collection, id: string): void {
    this.write(collection, id, GONE, false)
  }

  /** Writes one path, after checking that it may be written with this value; one that reads so is left alone. */
  write(collection: Collection, id: string, path: string, value: Json): void {
    this.writeAll(collection, id, new Map([[path, value]]))
  }

  /** The same of several paths; the record is read once for all of them. */
  writeAll(collection: Collection, id: string, values: ReadonlyMap<string, Json>): void {
    if (values.size === 0) return
    for (const [path, value] of values) checkWritable(collection, path, value, this.#isServer)
    this.#checkVersion(collection, id)
    const reading = this.#read(collection, id)
    for (const [path, value] of values) {
      checkMade(collection, path, reading)
      if (!reads(collection, path, value, reading)) this.#write({ collection, id, path, value, reading })
    }
  }

  /** Writes the same value once more, so that its path is decided: the writes apart from it count as seen. */
  confirm(collection: Collection, id: string, path: string): void {
    const present = this.at(collection, id, path)
    if (!present) return
    checkWritable(collection, path, null, this.#isServer)
    this.#checkVersion(collection, id)
    this.#write({ collection, id, path, value: present.value, reading: this.#read(collection, id) })
  }

  /** The value and stamp that a path has for this transaction. */
  at(collection: Collection, id: string, path: string): Stamped | undefined {
    return this.#read(collection, id).values.get(path)
  }

  /** The stamp of this replica's own write at a path, of a record as created at the empty one; null where none counts. */
  ownAt(collection: Collection, id: string, path: string): Stamp | null {
    const { creation, byPath } = this.#read(collection, id).writes
    const writes = path === '' ? (creation ? [creation] : []) : (byPath.get(path) ?? [])
    return writes.find(({ stamp }) => replicaOf(stamp) === this.replica)?.stamp ?? null
  }

  /**
   * Puts all writes into their documents, a Yjs transaction for each, with `origin`; gives what was written. A listener
   * that fails keeps no document out: AggregateError when all is written.
   */
  commit(origin: unknown): readonly Written[] {
    const failures: unknown[] = []
    for (const [doc, parts] of this.#byDoc()) {
      try {
        doc.transact(() => putAll(doc, parts), origin)
      } catch (failure) {
        failures.push(failure)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'All is written, but who listened failed')
    return this.#written
  }

  /** The texts that `commit` would put, for whoever puts them another way. */
  *texts(): Generator<Text> {
    for (const { document, collection, byId } of this.#pending.values()) {
      for (const texts of byId.values()) {
        for (const [key, text] of texts) yield { document, collection: collection.name, key, text }
      }
    }
  }

  #byDoc(): Map<Y.Doc, Pending[]> {
    const byDoc = new Map<Y.Doc, Pending[]>()
    for (const pending of this.#pending.values()) {
      const { doc } = pending.document
      byDoc.set(doc, [...(byDoc.get(doc) ?? []), pending])
    }
    return byDoc
  }

  get #isServer(): boolean {
    return this.#ground.server ?? false
  }

  #texts(document: OpenDocument, collection: Collection, id: string): ReadonlyMap<string, string> {
    return this.#pending.get(`${document.name} ${collection.name}`)?.byId.get(id) ?? NOTHING
  }

  #read(collection: Collection, id: string): Reading {
    const document = this.#ground.open(collection, id, 'read')
    const place = `${document.name} ${collection.name} ${id}`
    if (this.#last?.place === place) return this.#last
    const reading = document.records(collection).read(id, this.#texts(document, collection, id))
    this.#last = { ...reading, place }
    this.#ground.clock.see(this.#last.values.latest)
    return this.#last
  }

  #checkVersion(collection: Collection, id: string): void {
    if (this.get(collection, id).newer) throw new Failure('record-newer', { collection: collection.name })
  }

  /** Stamps above all that was seen on the path; a fact, above all that was seen of its record (SPEC R12). */
  #write({ collection, id, path, value, reading: { writes, values } }: Wanted, isFact = false): void {
    const { clock } = this.#ground
    const stamps = (writes.byPath.get(path) ?? []).map((write) => write.stamp)
    const seen = stamps.filter((stamp) => replicaOf(stamp) !== clock.replica)
    const stamp = clock.tickOver(isFact ? values.latest : stamps.sort().at(-1))
    const before = values.get(path)?.value ?? null
    this.#put(collection, id, path, stamp, formatWrite(stamp, seen, value), before, value)
  }

  #put(
    collection: Collection,
    id: string,
    path: string,
    stamp: Stamp,
    text: string,
    before: Json = null,
    after: Json = null,
  ): void {
    const document = this.#ground.open(collection, id, 'write')
    const place = `${document.name} ${collection.name}`
    const pending = this.#pending.get(place) ?? { document, collection, byId: new Map<string, Map<string, string>>() }
    this.#pending.set(place, pending)
    const key = formatKey(id, path, this.replica)
    pending.byId.set(id, (pending.byId.get(id) ?? new Map<string, string>()).set(key, text))
    this.#written.push({ document: document.name, collection: collection.name, id, path, key, stamp, before, after })
    this.#last = null
  }
}

/** Failure `record-missing`: the path is one of an entry that nobody has made. */
function checkMade(collection: Collection, path: string, { values }: Reading): void {
  const [list = '', entry] = path.split('/')
  const isMade = entry === undefined || own(collection.lists, list)?.keyed || values.get(`${list}/${entry}`)
  if (!isMade) throw new Failure('record-missing', { collection: `${collection.name}/${list}`, id: entry })
}

function reads(collection: Collection, path: string, value: Json, { values }: Reading): boolean {
  const field = fieldAt(collection, path)
  const present = values.get(path)?.value
  return field !== undefined && isSameJson(readValue(field, present), readValue(field, value))
}

function putAll(doc: Y.Doc, parts: readonly Pending[]): void {
  for (const { collection, byId } of parts) {
    const map = doc.getMap(collection.name)
    for (const texts of byId.values()) for (const [key, text] of texts) map.set(key, text)
  }
}
