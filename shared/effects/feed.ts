import type { Json } from '../records/declarations/value.ts'

/**
 * What agents hear of the journal: `GET /api/agent/feed?after=<journal>&limit=<rows>&wait=<seconds>&collections=<names>`,
 * with the service key (sync-server/effects/SPEC.md).
 */
export interface FeedPage {
  /** Writes behind `after`, in the order of the journal; all of each of its numbers. */
  readonly rows: readonly FeedRow[]
  /** Up to this number all was given: what to ask for as `after` to go on. */
  readonly last: number
  /** When the company was put back to a backup, the last time first, and when that was made; ms since 1970. */
  readonly restorations: readonly { readonly at: number; readonly backup: number }[]
}

/** A write. */
export interface FeedRow {
  /** Of the update that brought it. */
  readonly journal: number
  readonly document: string
  readonly collection: string
  readonly record: string
  /** Empty for the record as created. */
  readonly path: string
  /** When the server had it, ms since 1970. */
  readonly at: number
  readonly stamp: string
  /** The account that wrote; `server`, or the name of a process. */
  readonly user: string
  readonly replica: string
  readonly value: Json
}

/** How many rows are given at once at most, unless one number of the journal has more, and when nothing is said. */
export const FEED_ROWS = { most: 5000, usual: 500 } as const
/** So long an answer waits at most for something to tell, seconds. */
export const FEED_WAIT = 30
