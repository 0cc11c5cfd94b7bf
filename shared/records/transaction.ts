import type * as Y from 'yjs'
import { Failure } from '../errors.ts'
import { type Collection, type Draft, type Fields, fieldAt, GONE, own, type Patch, type Row } from './collection.ts'
import { formatKey, isId, isSegment } from './key.ts'
import { Values, type Writes } from './merge.ts'
import type { RecordSet } from './record-set.ts'
import { type Clock, replicaOf, type Stamp } from './stamp.ts'
import { formatCreation, formatWrite, type Json, type JsonObject } from './value.ts'

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

/** One write of an act, with what stood at the path before: enough to undo it. */
export interface Written {
  readonly document: string
  readonly collection: string
  readonly id: string
  /** Empty for the record as created. */
  readonly path: string
  readonly key: string
  readonly stamp: Stamp
  readonly before: Json
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

const NOTHING: ReadonlyMap<string, string> = new Map()

/**
 * Collects the writes of one command. Nothing reaches a document before the command has ended well (SPEC R13); reads
 * inside see what the command wrote so far.
 */
export class Transaction {
  readonly #ground: Ground
  readonly #pending = new Map<string, Pending>()
  readonly #written: Written[] = []

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

  /** Milliseconds since 1970, by the replica's corrected clock. */
  now(): number {
    return this.#ground.clock.now()
  }

  /** The record as this transaction sees it, or null. */
  find<C extends Collection>(collection: C, id: string): Row<C> | null {
    const document = this.#ground.open(collection, id, 'read')
    return document.records(collection).peek(id, this.#texts(document, collection, id))
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
    this.#put(collection, id, '', stamp, formatCreation(stamp, collection.version, values), null)
  }

  /** Writes fields of a record; a field that already reads so is left alone. */
  set<C extends Collection>(collection: C, id: string, patch: Patch<C['fields']>): void {
    for (const [name, value] of Object.entries(patch)) this.write(collection, id, name, value as Json)
  }

  /** Adds an entry to a list, written whole. */
  add<C extends Collection, N extends string & keyof C['lists']>(
    collection: C,
    id: string,
    list: N,
    entry: string,
    values: Patch<C['lists'][N]['fields']>,
  ): void {
    const fields = own(collection.lists, list)?.fields ?? {}
    if (!isSegment(entry)) throw new Failure('field-value', { field: list })
    const path = `${list}/${entry}`
    if (this.#values(collection, id).get(path)) return
    this.#stampAndPut(collection, id, path, checkFields(fields, values as JsonObject, path, this.#isServer), null)
  }

  /** Writes fields of a list's entry. */
  setEntry<C extends Collection, N extends string & keyof C['lists']>(
    collection: C,
    id: string,
    list: N,
    entry: string,
    patch: Patch<C['lists'][N]['fields']>,
  ): void {
    if (!this.#values(collection, id).get(`${list}/${entry}`)) throw new Failure('record-missing', { list, id: entry })
    for (const [name, value] of Object.entries(patch))
      this.write(collection, id, `${list}/${entry}/${name}`, value as Json)
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

  /** Writes one path, after checking that it may be written with this value. */
  write(collection: Collection, id: string, path: string, value: Json): void {
    checkWritable(collection, path, value, this.#isServer)
    if (this.get(collection, id).newer) throw new Failure('record-newer', { collection: collection.name })
    const before = this.#values(collection, id).get(path)?.value ?? null
    if (JSON.stringify(before) === JSON.stringify(value)) return
    this.#stampAndPut(collection, id, path, value, before)
  }

  /** Writes the same value once more, so that its path is decided: the writes apart from it count as seen. */
  confirm(collection: Collection, id: string, path: string): void {
    const present = this.#values(collection, id).get(path)
    if (present) this.#stampAndPut(collection, id, path, present.value, present.value)
  }

  /** The value and stamp that a path has for this transaction. */
  at(collection: Collection, id: string, path: string) {
    return this.#values(collection, id).get(path)
  }

  /** Puts all writes into their documents, a Yjs transaction for each, with `origin`; gives what was written. */
  commit(origin: unknown): readonly Written[] {
    for (const [doc, parts] of this.#byDoc()) {
      doc.transact(() => {
        for (const { collection, byId } of parts) {
          const map = doc.getMap(collection.name)
          for (const texts of byId.values()) for (const [key, text] of texts) map.set(key, text)
        }
      }, origin)
    }
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

  #writes(collection: Collection, id: string): Writes {
    const document = this.#ground.open(collection, id, 'read')
    return document.records(collection).writes(id, this.#texts(document, collection, id))
  }

  #values(collection: Collection, id: string): Values {
    return new Values(this.#writes(collection, id))
  }

  #stampAndPut(collection: Collection, id: string, path: string, value: Json, before: Json): void {
    const { replica } = this.#ground.clock
    const all = this.#writes(collection, id)
    const written = (all.byPath.get(path) ?? []).map((write) => write.stamp)
    const seen = written.filter((stamp) => replicaOf(stamp) !== replica)
    const present = new Values(all).get(path)?.stamp ?? ''
    const stamp = this.#ground.clock.tickOver([...written, present].sort().at(-1))
    this.#put(collection, id, path, stamp, formatWrite(stamp, seen, value), before)
  }

  #put(collection: Collection, id: string, path: string, stamp: Stamp, text: string, before: Json): void {
    const document = this.#ground.open(collection, id, 'write')
    const place = `${document.name} ${collection.name}`
    const pending = this.#pending.get(place) ?? { document, collection, byId: new Map<string, Map<string, string>>() }
    this.#pending.set(place, pending)
    const key = formatKey(id, path, replicaOf(stamp))
    pending.byId.set(id, (pending.byId.get(id) ?? new Map<string, string>()).set(key, text))
    this.#written.push({ document: document.name, collection: collection.name, id, path, key, stamp, before })
  }
}

function checkWritable(collection: Collection, path: string, value: Json, isServer: boolean): void {
  const at = { collection: collection.name, field: path }
  const [list = '', entry] = path.split('/')
  if (entry !== undefined && own(collection.lists, list)?.once) throw new Failure('entry-once', at)
  const field = fieldAt(collection, path)
  if (!field) throw new Failure('field-unknown', at)
  if (field.server && !isServer) throw new Failure('update-server-field', at)
  if (value !== null && !field.accepts(value)) throw new Failure('field-value', at)
}

function checkDraft(collection: Collection, draft: JsonObject, isServer: boolean): JsonObject {
  const values: { [name: string]: Json } = {}
  for (const [name, value] of Object.entries(draft)) {
    const list = own(collection.lists, name)
    if (list) values[name] = checkEntries(list.fields, value as JsonObject, name, isServer)
    else if (value !== null && value !== undefined) {
      Object.assign(
        values,
        checkFields(
          collection.fields,
          { [name]: value },
          '',
          isServer || (own(collection.fields, name)?.imported ?? false),
        ),
      )
    }
  }
  return values
}

function checkEntries(fields: Fields, entries: JsonObject, list: string, isServer: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(entries).map(([entry, values]) => {
      if (!isSegment(entry)) throw new Failure('field-value', { field: list })
      return [entry, checkFields(fields, values as JsonObject, list, isServer)]
    }),
  )
}

/** `open`: the server's own fields may stand among the values. */
function checkFields(fields: Fields, values: JsonObject, at: string, open: boolean): JsonObject {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  for (const [name, value] of kept) {
    const field = own(fields, name)
    const path = at === '' ? name : `${at}/${name}`
    if (!field) throw new Failure('field-unknown', { field: path })
    if (field.server && !open) throw new Failure('update-server-field', { field: path })
    if (!field.accepts(value)) throw new Failure('field-value', { field: path })
  }
  return Object.fromEntries(kept)
}
