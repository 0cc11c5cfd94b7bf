import type { CollectionName } from '../collections.ts'
import type { Role } from '../documents/roles.ts'
import type { Told } from '../records/reading/history.ts'

/** What is looked for in the audit trail; all that is given must hold, null and an empty text ask for nothing. */
export interface TrailSearch {
  /** The account that wrote, by its id; `server`, or the name of a process. */
  readonly user: string | null
  /** The device that wrote, by its replica. */
  readonly replica: string | null
  readonly collection: CollectionName | null
  /** A record of the collection, by its id. */
  readonly record: string | null
  /** A field or a list of the record; whatever stands in that list is of it, and so is a record created with it. */
  readonly field: string | null
  /** When the server had it, ms since 1970: from, that moment included, and to, excluded. */
  readonly from: number | null
  readonly to: number | null
  /** Beginnings of words that stand in the value before or after, all of them. */
  readonly text: string
}

export const ALL_OF_THE_TRAIL: TrailSearch = {
  ...{ user: null, replica: null, collection: null, record: null, field: null, from: null, to: null, text: '' },
}

/** A write that was found: who had it journalled, when, and in which record. */
export interface TrailRow extends Told {
  readonly id: string
  /** When the server had it, ms since 1970. */
  readonly at: number
  readonly user: string
  readonly replica: string
  readonly collection: string
  readonly record: string
  /** What the record is called now: what of it lists show in its place. */
  readonly item: {
    readonly id: string
    readonly name: string | null
    readonly number: string | null
    readonly sort: string | null
  }
}

/** A part of what was found, the newest first. It may be empty where looking takes long: `next` says whether there may be more. */
export interface TrailPage {
  readonly rows: readonly TrailRow[]
  /** What to ask for as `before` to go on; null: all was looked through. */
  readonly next: string | null
  /** Up to when it was looked through, ms since 1970; null: to the beginning. */
  readonly reached: number | null
}

/** Whether an account of the role may search all that anybody ever wrote: the owner alone. */
export function maySearchTrail(role: Role): boolean {
  return role === 'owner'
}

/** The search as the query of an address, from `before` on where that is given. */
export function queryOf(search: TrailSearch, before: string | null): string {
  const given = Object.entries({ ...search, before }).filter(([, value]) => value !== null && value !== '')
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}
