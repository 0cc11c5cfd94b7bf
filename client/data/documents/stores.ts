import type * as Y from 'yjs'

/** A document's store on this device. */
export interface Store {
  /** Resolves when all that is stored has been read into the document. */
  readonly loaded: Promise<void>
  /** Resolves when all that was written so far is on disk. */
  flushed(): Promise<void>
  /** Ends it; what was written goes to disk still. */
  close(): Promise<void>
}

/** Where this device keeps its documents. */
export interface Stores {
  /** Reads what is stored under `name` into `doc`, and from then on stores what is written to `doc`, also what it holds. */
  open(name: string, doc: Y.Doc): Store
  /** Removes what is stored under `name`. */
  discard(name: string): Promise<void>
}
