import type { Written } from '../../../../shared/records/writing/transaction.ts'
import type { Meta } from '../../device/meta.ts'

/** An act's writes to one document that the server has not said to be saved. */
export interface Unsent {
  readonly seq: number
  readonly document: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly keys: readonly { readonly collection: string; readonly key: string }[]
}

/** What the user is told about changes that wait. */
export interface Waiting {
  readonly count: number
  /** When the oldest was made, ms since 1970; null when none waits. */
  readonly since: number | null
}

/**
 * Documents with unsent writes. A row is put down in the same task as the write itself and taken away when the server
 * has answered the mark behind it, so a row can be repeated but never missing.
 */
export class Outbox {
  readonly #meta: Meta
  readonly #rows: Map<number, Unsent>
  readonly #listeners = new Set<() => void>()
  #next: number

  private constructor(meta: Meta, rows: Map<number, Unsent>) {
    this.#meta = meta
    this.#rows = rows
    this.#next = Math.max(0, ...rows.keys()) + 1
  }

  /** Reads what an earlier run has left unsent. */
  static open(meta: Meta): Outbox {
    const rows = meta.all<Unsent>('outbox')
    return new Outbox(meta, new Map([...rows.values()].map((row) => [row.seq, row])))
  }

  /** Notes an act's writes, by document; resolves when the notes are on disk, rejects with a DiskRefusal. */
  async add(written: readonly Written[], at: number): Promise<void> {
    const byDocument = Map.groupBy(written, (one) => one.document)
    for (const [document, writes] of byDocument) {
      const row = { seq: this.#next++, document, at, keys: writes.map(({ collection, key }) => ({ collection, key })) }
      this.#rows.set(row.seq, row)
      this.#meta.put('outbox', row.seq, row)
    }
    this.#tell()
    await this.#meta.flushed()
  }

  /** The server has saved all of the document up to `seq`. */
  settle(document: string, seq: number): void {
    const done = this.of(document).filter((row) => row.seq <= seq)
    for (const row of done) {
      this.#rows.delete(row.seq)
      this.#meta.remove('outbox', row.seq)
    }
    if (done.length > 0) this.#tell()
  }

  /** Unsent acts on a document, oldest first. */
  of(document: string): Unsent[] {
    return [...this.#rows.values()].filter((row) => row.document === document)
  }

  /** The number of the last act on a document that waits; 0 when none does. */
  last(document: string): number {
    return this.of(document).at(-1)?.seq ?? 0
  }

  /** Documents that must be attached until all is saved. */
  documents(): Set<string> {
    return new Set([...this.#rows.values()].map((row) => row.document))
  }

  waiting(): Waiting {
    return waitingOf([...this.#rows.values()])
  }

  /** Calls `listener` after each change; returns its undo. */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** How many wait, and since when. */
export function waitingOf(rows: readonly { readonly at: number }[]): Waiting {
  const since = rows.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY)
  return { count: rows.length, since: rows.length > 0 ? since : null }
}

/** Both together. */
export function bothWaiting(one: Waiting, other: Waiting): Waiting {
  const since = [one.since, other.since].filter((time) => time !== null)
  return { count: one.count + other.count, since: since.length > 0 ? Math.min(...since) : null }
}
