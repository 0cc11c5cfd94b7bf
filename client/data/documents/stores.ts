import type * as Y from 'yjs'

/** A document's store on this device. */
export interface Store {
  /** Resolves when all that is stored has been read into the document, or the disk gives nothing. */
  readonly loaded: Promise<void>
  /** Whether nothing was stored under its name, or it could not be read. */
  readonly isFresh: boolean
  /** Resolves when all that was written so far is on disk; rejects with a DiskRefusal when that is not taken. */
  flushed(): Promise<void>
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
}
