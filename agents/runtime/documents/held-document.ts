import * as Y from 'yjs'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import { textsToBring } from '../../../shared/records/packing/bringing.ts'
import { type Change, RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { OpenDocument } from '../../../shared/records/writing/transaction.ts'

/** Told of what changed about a document's records, once it is open. */
export type FeedListener = (changes: readonly Change[], document: string) => void

interface Waiting {
  readonly mark: number
  resolve(): void
  reject(error: Error): void
}

/** A document that this process holds: its state, its records, and who waits for it. */
export class HeldDocument implements OpenDocument {
  readonly name: string
  readonly doc = new Y.Doc()
  /** Whether it was begun with what was kept of it. */
  readonly isKept: boolean
  readonly #sets = new Map<string, RecordSet<Collection>>()
  readonly #arrived = Promise.withResolvers<void>()
  #waiting: Waiting[] = []
  #lastMark = 0
  #refusal: FailureCode | null = null
  #isHere = false

  /** `state` is what was kept of it, an update for Yjs; null for nothing. */
  constructor(name: string, state: Uint8Array | null = null) {
    this.name = name
    this.isKept = state !== null
    if (state) Y.applyUpdate(this.doc, state, 'kept')
    // Whoever opens it awaits it; a refusal that nobody awaits is told where the document is used next.
    this.#arrived.promise.catch(() => undefined)
  }

  /** Resolves when the server's state is here for the first time; rejects when the server does not let us in. */
  get arrived(): Promise<void> {
    return this.#arrived.promise
  }

  /** Whether the server's state is here, so that it can be read and written. */
  get isHere(): boolean {
    return this.#isHere
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const known = this.#sets.get(collection.name)
    const set = known ?? new RecordSet<Collection>(this.doc, collection)
    this.#sets.set(collection.name, set)
    // The set under a collection's name was made of that collection.
    return set as unknown as RecordSet<C>
  }

  /** Whether the server has ended this document's connection for good. */
  get isRefused(): boolean {
    return this.#refusal !== null
  }

  /** Throws the refusal by which the server has ended this document's connection. */
  check(): void {
    if (this.#refusal !== null) throw new Failure(this.#refusal, { document: this.name })
  }

  /** The server's state is here; from the first time on, `listener` is told of each change. */
  take(listener: FeedListener): void {
    if (!this.#isHere) this.#observe(listener)
    this.#isHere = true
    this.#arrived.resolve()
  }

  /**
   * Takes the place of an earlier copy of the document, now that the server's state is here: brings what `replica` wrote
   * there and the server does not know, and tells what has changed since, if the earlier one could be read already; who waits
   * for the earlier one waits for this.
   */
  succeed(earlier: HeldDocument, replica: string, listener: FeedListener): void {
    const before = new Map(this.#collections().map((collection) => [collection, rowsIn(earlier.records(collection))]))
    this.doc.transact(() => {
      for (const { collection, key, text } of textsToBring(earlier.doc, this.doc, { present: replica, former: [] }))
        this.doc.getMap(collection).set(key, text)
    })
    const changes = [...before].flatMap(([collection, rows]) =>
      changesSince(collection, rows, this.records(collection)),
    )
    this.#waiting = earlier.#waiting.splice(0)
    this.#lastMark = earlier.#lastMark
    this.take(listener)
    if (earlier.isHere && changes.length > 0) listener(changes, this.name)
    earlier.#arrived.resolve()
    earlier.close()
  }

  /** Resolves when the server has saved all that was written so far; `ask` sends the mark. */
  saved(ask: (mark: number) => void): Promise<void> {
    this.check()
    const mark = ++this.#lastMark
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ mark, resolve, reject })
    ask(mark)
    return promise
  }

  /** The mark that is still waited for after a new handshake; 0 for none. */
  get openMark(): number {
    return this.#waiting.at(-1)?.mark ?? 0
  }

  marked(mark: number): void {
    const done = this.#waiting.filter((one) => one.mark <= mark)
    this.#waiting = this.#waiting.filter((one) => one.mark > mark)
    for (const { resolve } of done) resolve()
  }

  /** The server does not take what was written, or does not let us in. */
  refuse(code: FailureCode): void {
    this.#refusal = code
    const failure = new Failure(code, { document: this.name })
    this.#arrived.reject(failure)
    for (const { reject } of this.#waiting) reject(failure)
    this.#waiting = []
  }

  close(): void {
    for (const set of this.#sets.values()) set.close()
    this.doc.destroy()
    this.refuse('document-closed')
  }

  #observe(listener: FeedListener): void {
    for (const collection of this.#collections())
      this.records(collection).observe((changes) => listener(changes, this.name))
  }

  #collections(): Collection[] {
    const [, family] = this.name.split('/')
    return Object.values<Collection>(COLLECTIONS).filter((collection) => collection.family === family)
  }
}

type Rows = ReadonlyMap<string, Row<Collection>>

function rowsIn(records: RecordSet<Collection>): Rows {
  return new Map([...records.rows()].map((row) => [row.id, row]))
}

function changesSince(collection: Collection, before: Rows, records: RecordSet<Collection>): Change[] {
  return [...records.rows()].flatMap((after) => {
    const known = before.get(after.id) ?? null
    const isSame = known !== null && JSON.stringify(known) === JSON.stringify(after)
    return isSame ? [] : [{ collection, id: after.id, before: known, after, origin: 'renewed' }]
  })
}
