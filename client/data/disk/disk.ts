/** A row's key in one of a database's stores. */
export type RowKey = string | number

/** One step of a write: a row put under a key, added under the next number, or removed; or a store that is emptied. */
export type Step =
  | { readonly store: string; readonly put: unknown; readonly key: RowKey }
  | { readonly store: string; readonly add: unknown }
  | { readonly store: string; readonly remove: RowKey }
  | { readonly empty: string }

/** A database on this device's disk. Every method rejects with a DiskRefusal when the browser refuses. */
export interface Database {
  /** Whether there was none under its name when it was opened. */
  readonly isFresh: boolean
  /** A store's rows in the order of their keys. */
  all(store: string): Promise<Map<RowKey, unknown>>
  /** The row under a key; undefined: there is none. */
  get(store: string, key: RowKey): Promise<unknown>
  /** The greatest key of a store; null where it is empty. A number that was given to a row is never given again. */
  last(store: string): Promise<RowKey | null>
  /** How many rows stand in these stores. */
  count(stores: readonly string[]): Promise<number>
  /** Does all steps or none, begun at once, behind what was written before; resolves when they are on disk. */
  write(steps: readonly Step[]): Promise<void>
  /** Ends it; what was written goes to disk still. */
  close(): void
}

/** Where databases stand. */
export interface Disk {
  /** Whether what is written is there when the program starts again. */
  readonly lasts: boolean
  /**
   * Opens a database, a fresh one if there is none under that name; stores that it has not yet are made. `lost` is called when the browser takes it away: its
   * disk failed, or somebody cleared the site's data. Rejects with a DiskRefusal.
   */
  open(name: string, stores: readonly string[], lost: () => void): Promise<Database>
  /** Drops the database of that name and all whose names begin with it and a slash; they must be closed. */
  drop(name: string): Promise<void>
}

/** Whether dropping `name` takes this database with it. */
export function isWithin(database: string, name: string): boolean {
  return database === name || database.startsWith(`${name}/`)
}

/** The browser gives no storage, or did not take a write. */
export class DiskRefusal extends Error {
  override readonly name = 'DiskRefusal'
}
