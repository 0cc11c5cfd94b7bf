import * as Y from 'yjs'
import { COLLECTIONS } from '../../shared/collections.ts'
import { Failure, type FailureCode } from '../../shared/errors.ts'
import type { Collection } from '../../shared/records/declarations/collection.ts'
import { type Change, RecordSet } from '../../shared/records/reading/record-set.ts'
import type { OpenDocument } from '../../shared/records/writing/transaction.ts'

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
  readonly #sets = new Map<string, RecordSet<Collection>>()
  readonly #arrived = Promise.withResolvers<void>()
  #waiting: Waiting[] = []
  #lastMark = 0
  #refusal: FailureCode | null = null
  #isTold = false

  constructor(name: string) {
    this.name = name
    // Whoever opens it awaits it; a refusal that nobody awaits is told where the document is used next.
    this.#arrived.promise.catch(() => undefined)
  }

  /** Resolves when the server's state is here for the first time; rejects when the server does not let us in. */
  get arrived(): Promise<void> {
    return this.#arrived.promise
  }

  records<C extends Collection>(collection: C): RecordSet<C> {
    const known = this.#sets.get(collection.name)
    const set = known ?? new RecordSet<Collection>(this.doc, collection)
    this.#sets.set(collection.name, set)
    // The set under a collection's name was made of that collection.
    return set as unknown as RecordSet<C>
  }

  /** Throws the refusal by which the server has ended this document's connection. */
  check(): void {
    if (this.#refusal !== null) throw new Failure(this.#refusal, { document: this.name })
  }

  /** The server's state is here; from the first time on, `listener` is told of each change. */
  take(listener: FeedListener): void {
    if (!this.#isTold) this.#observe(listener)
    this.#isTold = true
    this.#arrived.resolve()
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
    const [, family] = this.name.split('/')
    for (const collection of Object.values(COLLECTIONS)) {
      if (collection.family === family) this.records(collection).observe((changes) => listener(changes, this.name))
    }
  }
}
