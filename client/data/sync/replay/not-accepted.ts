import type { FailureCode } from '../../../../shared/errors.ts'
import { type Json, parseCreation, parseJson, parseWrite } from '../../../../shared/records/declarations/value.ts'
import { parseKey } from '../../../../shared/records/keys/key.ts'
import type { Meta } from '../../device/meta.ts'
import { type Waiting, waitingOf } from '../outbox/outbox.ts'

/** A write of a document that the server refused: waiting to be replayed alone, or refused by itself. */
export interface Aside {
  readonly seq: number
  readonly document: string
  readonly collection: string
  readonly key: string
  readonly text: string
  /** When it was made, ms since 1970. */
  readonly at: number
  /** Why the server did not take it; null while it waits to be tried alone. */
  readonly code: FailureCode | null
}

/** A write on its way to be put aside. */
export type Unplaced = Omit<Aside, 'seq' | 'code'>

/** Longer texts are not told of with every status: they stay on the disk. */
const LONG = 100_000

/** What a write said: the value of a field, all values of a record or an entry; null where it cannot be read, or is long. */
export function writtenBy({ key, text }: Pick<Aside, 'key' | 'text'>): Json {
  if (text.length > LONG) return null
  const { path = '', replica = '' } = parseKey(key) ?? {}
  const read = path === '' ? parseCreation(text, replica) : parseWrite(text, replica)
  return (read && parseJson(read.json)) ?? null
}

/** The writes put aside on this device; those with a code are «Не принято». */
export class NotAccepted {
  readonly #meta: Meta
  readonly #rows: Map<number, Aside>
  #next: number

  private constructor(meta: Meta, rows: Map<number, Aside>) {
    this.#meta = meta
    this.#rows = rows
    this.#next = Math.max(0, ...rows.keys()) + 1
  }

  static open(meta: Meta): NotAccepted {
    const rows = meta.all<Aside>('aside')
    return new NotAccepted(meta, new Map([...rows.values()].map((row) => [row.seq, row])))
  }

  /**
   * Keeps writes of a refused document, in the place of earlier ones under the same keys that wait; resolves when they are
   * on disk, and only then may the document be dropped. Rejects with a DiskRefusal.
   */
  async put(writes: readonly Unplaced[]): Promise<void> {
    const rows = writes.map((write) => ({ ...write, seq: this.#waitingAt(write)?.seq ?? this.#next++, code: null }))
    for (const row of rows) this.#set(row)
    await this.#meta.flushed()
  }

  /** The writes of a document that wait to be tried, oldest first. */
  waiting(document: string): Aside[] {
    return this.#untried().filter((row) => row.document === document)
  }

  /** Documents with writes that wait to be tried. */
  documents(): Set<string> {
    return new Set(this.#untried().map((row) => row.document))
  }

  /** What the user is told about changes that wait to be tried. */
  untried(): Waiting {
    return waitingOf(this.#untried())
  }

  /** The writes that the server does not take, with the reason. */
  refused(): Aside[] {
    return this.list().filter((row) => row.code !== null)
  }

  list(): Aside[] {
    return [...this.#rows.values()].sort((a, b) => a.seq - b.seq)
  }

  #untried(): Aside[] {
    return this.list().filter((row) => row.code === null)
  }

  #waitingAt({ document, collection, key }: Unplaced): Aside | undefined {
    return this.waiting(document).find((row) => row.collection === collection && row.key === key)
  }

  /** The write alone was refused, too. */
  refuse(seq: number, code: FailureCode): void {
    const row = this.#rows.get(seq)
    if (row) this.#set({ ...row, code })
  }

  /** The write is about a person who was erased: that there was one is told, what it said is kept nowhere. */
  refuseBare(seq: number): void {
    const row = this.#rows.get(seq)
    if (row) this.#set({ ...row, text: '', code: 'person-erased' })
  }

  /** The write was taken. */
  drop(seq: number): void {
    this.#rows.delete(seq)
    this.#meta.remove('aside', seq)
  }

  /** Takes a refused write away and gives it, for taking that back; null where it is gone already. */
  giveUp(seq: number): Aside | null {
    const row = this.#rows.get(seq) ?? null
    if (row) this.drop(seq)
    return row
  }

  /** A write that was given up is not accepted again, at its old place if that is free; it is not tried anew. */
  takeBack(row: Aside): void {
    const seq = this.#rows.has(row.seq) ? this.#next++ : row.seq
    this.#next = Math.max(this.#next, seq + 1)
    this.#set({ ...row, seq })
  }

  #set(row: Aside): void {
    this.#rows.set(row.seq, row)
    this.#meta.put('aside', row.seq, row)
  }
}
