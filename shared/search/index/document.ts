import type { IndexParts } from './block.ts'
import type { FoundIn } from './fields.ts'
import { Index } from './index.ts'
import { finished } from './steps.ts'

/** The ids of a collection's records in a document, in the order of their signs. */
export interface Shelved {
  readonly collection: FoundIn
  readonly ids: readonly string[]
}

/** One document's records with their index, and which of them have changed since. */
export class IndexedDocument {
  readonly index: Index
  readonly shelved: readonly (Shelved & { readonly from: number })[]
  /** Of each record that has changed since, 1. */
  readonly stale: Uint8Array

  private constructor(shelved: IndexedDocument['shelved'], index: Index) {
    this.shelved = shelved
    this.index = index
    this.stale = new Uint8Array(index.count)
  }

  static of(shelved: readonly Shelved[], parts: IndexParts): IndexedDocument {
    return finished(IndexedDocument.making(shelved, parts))
  }

  /** As `of`, with rests in which others may be heard. */
  static *making(shelved: readonly Shelved[], parts: IndexParts): Generator<void, IndexedDocument> {
    let count = 0
    const placed = shelved.map((one) => {
      const at = { ...one, from: count }
      count += one.ids.length
      return at
    })
    return new IndexedDocument(placed, yield* Index.making(parts, count))
  }

  /** A record is not as it was when the index was made, or is new. */
  note(collection: FoundIn, id: string): void {
    const one = this.shelved.find((shelved) => shelved.collection === collection)
    const at = one ? placeOf(one.ids, id) : -1
    if (one && at >= 0) this.stale[one.from + at] = 1
  }
}

/** A number over the ids of which an index was made: with others, it is none of theirs. */
export function digestOf(shelved: readonly Shelved[]): number {
  let sum = 0
  for (const { collection, ids } of shelved) {
    for (const text of [collection, ...ids]) {
      for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) | 0
    }
  }
  return sum >>> 0
}

function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? '') < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}
