import type { Meta } from './meta.ts'

const PREFIX = 'held '
/** The number of a document that is here, as far as nobody knows. */
const SOME = -1

/** Which documents this device's store has, and how far those that it let go, by the numbers of the server's journal. */
export class Held {
  readonly #meta: Meta
  readonly #numbers: Map<string, number>

  private constructor(meta: Meta, numbers: Map<string, number>) {
    this.#meta = meta
    this.#numbers = numbers
  }

  static open(meta: Meta): Held {
    const facts = meta.all<unknown>('facts')
    const numbers = new Map<string, number>()
    for (const [key, value] of facts) {
      if (typeof value === 'number' && String(key).startsWith(PREFIX)) {
        numbers.set(String(key).slice(PREFIX.length), value)
      }
    }
    return new Held(meta, numbers)
  }

  /** The number up to which all of the document is on this device's disk; null where that is not known. */
  get(document: string): number | null {
    return this.#numbers.get(document) ?? null
  }

  /** Names of the documents that the store has something of. */
  documents(): string[] {
    return [...this.#numbers.keys()]
  }

  /** Notes that the store has the document up to a number; only after its writes are on disk. */
  note(document: string, number: number): void {
    if (this.get(document) === number) return
    this.#numbers.set(document, number)
    this.#meta.put('facts', PREFIX + document, number)
  }

  /** Something of the document is here, or comes: how far is not known. */
  open(document: string): void {
    this.note(document, SOME)
  }

  /** The stores are gone. */
  forgetAll(): void {
    for (const document of [...this.#numbers.keys()]) this.drop(document)
  }

  /** The store is given up for what is fetched anew: that may be done when this has resolved. Rejects with a DiskRefusal. */
  async giveUp(document: string): Promise<void> {
    if (this.get(document) !== null) this.open(document)
    await this.#meta.flushed()
  }

  /** The store turned out to have nothing of it. */
  drop(document: string): void {
    if (!this.#numbers.delete(document)) return
    this.#meta.remove('facts', PREFIX + document)
  }
}
