import type * as Y from 'yjs'
import type { Columns } from '../../../shared/columns/columns.ts'
import type { Made } from '../../../shared/columns/kept.ts'
import type { Parcel } from '../../../shared/columns/parcel.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { IndexParts } from '../../../shared/search/index/block.ts'
import type { Shelved } from '../../../shared/search/index/document.ts'
import type { KeptIndex } from '../../../shared/search/index/kept.ts'

/** A document's store on this device. */
export interface Store {
  /** Resolves when all that is stored has been read into the document, or the disk gives nothing. */
  readonly loaded: Promise<void>
  /** Whether nothing was stored under its name, or it could not be read. */
  readonly isFresh: boolean
  /** Resolves when all that was written so far is on disk; rejects with a DiskRefusal when that is not taken. */
  flushed(): Promise<void>
  /** Keeps the columns that `make` gives, made of the document as it is then; a disk that takes none has none. */
  keepColumns(make: () => Columns): Promise<void>
  /** Ends it; what was written goes to disk still. */
  close(): Promise<void>
}

/** Where this device keeps its documents. */
export interface Stores {
  /**
   * Reads what is stored under `name` into `doc`, and from then on stores what is written to `doc`. `isAnew`: what is
   * stored goes, and what `doc` holds stands in its place.
   */
  open(name: string, doc: Y.Doc, isAnew: boolean): Store
  /** Whether nothing is stored of a document that is not open; false where the disk does not say. */
  isEmpty(name: string): Promise<boolean>
  /** The columns of a document that is not open; null where none are kept that hold. */
  columns(name: string, collections: readonly Collection[]): Promise<Columns | null>
  /** The index of words that was kept of a document, by fields of the company's own (`tag`); null where none is that holds. */
  index(name: string, tag: string, shelved: readonly Shelved[]): Promise<IndexParts | null>
  /** Puts an index down, as far as the disk takes it; `make` gives null where the document is not as it was any more. */
  putIndex(name: string, tag: string, make: (made: Made) => KeptIndex | null): Promise<void>
  /** Puts down a document of which nothing is stored, as it came whole; gives its columns, null where that was not to be. */
  put(name: string, parcel: Parcel, collections: readonly Collection[]): Promise<Columns | null>
}
