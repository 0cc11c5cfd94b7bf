import type { Collection, Row } from '../records/declarations/collection.ts'
import { rowReader, valuesOf } from './layout.ts'
import type { Needles } from './needles.ts'

/** The rows of a collection as they are kept. */
export interface SheafParts {
  /** In the order of their texts, by code unit. */
  readonly ids: readonly string[]
  /** Each row's values as JSON in UTF-8, one behind the other. */
  readonly texts: Uint8Array<ArrayBuffer>
  /** Where each of them ends, bytes. */
  readonly ends: Uint32Array<ArrayBuffer>
  /** The places, among the ids, of those that are removed. */
  readonly gone: Uint32Array<ArrayBuffer>
}

const DECODER = new TextDecoder()
const ENCODER = new TextEncoder()
/** A UTF-16 unit takes no more bytes than this. */
const MOST_BYTES = 3

/** Rows of one collection of one document without an object for each: a row is made when it is asked for. */
export class Sheaf<C extends Collection = Collection> {
  readonly collection: C
  readonly parts: SheafParts
  readonly #read: ReturnType<typeof rowReader<C>>

  constructor(collection: C, parts: SheafParts) {
    this.collection = collection
    this.parts = parts
    this.#read = rowReader(collection)
  }

  static of<C extends Collection>(collection: C, rows: Iterable<Row<C>>): Sheaf<C> {
    const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
    const gone = sorted.flatMap((row, index) => (row.gone ? [index] : []))
    return new Sheaf(collection, {
      ids: sorted.map((row) => row.id),
      ...written(sorted.map((row) => JSON.stringify(valuesOf(collection, row)))),
      gone: Uint32Array.from(gone),
    })
  }

  get ids(): readonly string[] {
    return this.parts.ids
  }

  /** The row of a record that is here; null where it is not. */
  row(id: string): Row<C> | null {
    const at = placeOf(this.parts.ids, id)
    return at < 0 ? null : this.#at(at)
  }

  /** The same where one of some texts stands in it, each as JSON writes it: a row that has none is not made. */
  rowNaming(id: string, needles: readonly string[]): Row<C> | null {
    const at = placeOf(this.parts.ids, id)
    const text = at < 0 ? '' : this.#textAt(at)
    return needles.some((needle) => text.includes(needle)) ? this.#read(id, JSON.parse(text)) : null
  }

  /**
   * The rows in which one of some texts stands, each as JSON writes it, by id: all bytes are looked through at once, and none but
   * those that are wanted is made.
   */
  *holding(needles: Needles, isWanted: (id: string) => boolean = () => true): Generator<Row<C>> {
    const { ids, texts, ends } = this.parts
    let last = -1
    for (const place of needles.placesIn(texts)) {
      const at = rowAt(ends, place)
      if (at !== last && isWanted(ids[at] ?? '')) yield this.#at(at)
      last = at
    }
  }

  *rows(): Generator<Row<C>> {
    for (let at = 0; at < this.parts.ids.length; at++) yield this.#at(at)
  }

  /** Those that are removed. */
  *goneRows(): Generator<Row<C>> {
    for (const at of this.parts.gone) yield this.#at(at)
  }

  #at(at: number): Row<C> {
    return this.#read(this.parts.ids[at] ?? '', JSON.parse(this.#textAt(at)))
  }

  #textAt(at: number): string {
    const { texts, ends } = this.parts
    return DECODER.decode(texts.subarray(ends[at - 1] ?? 0, ends[at]))
  }
}

function written(texts: readonly string[]): Pick<SheafParts, 'texts' | 'ends'> {
  const bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES)
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (const [index, text] of texts.entries()) {
    end += ENCODER.encodeInto(text, bytes.subarray(end)).written
    ends[index] = end
  }
  return { texts: bytes.slice(0, end), ends }
}

/** Where an id stands among sorted ones; -1 where it does not. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const other = ids[middle] ?? ''
    if (other === id) return middle
    if (other < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Which row a byte belongs to. */
function rowAt(ends: Uint32Array, at: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
