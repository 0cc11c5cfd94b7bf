import type { CollectionName } from '../../../../shared/collections.ts'
import type { LeftOut } from '../../../../shared/features/records.ts'
import type { Excerpt } from '../../../../shared/search/index/excerpt.ts'
import type { FoundIn } from '../../../../shared/search/index/fields.ts'
import type { Item } from '../item.ts'

/** A record, named. */
export interface Ref {
  readonly collection: FoundIn
  readonly id: string
}

/** So many hits are given of a collection that is asked for alone. */
export const MOST_ALONE = 20

/**
 * Records for what was typed, on the whole device: what the customers and the newest quarters have first, then all. Answered
 * when it is asked, and again when more can be searched; not kept.
 */
export interface FindQuery {
  readonly what: 'find'
  /** Nothing typed gives `recent` back, as far as they are here. */
  readonly text: string
  /** Records that were open lately, the last one first: of what fits alike, they come first. */
  readonly recent: readonly Ref[]
  /** Of these collections alone; null: of all. */
  readonly kinds: readonly FoundIn[] | null
  /** What concerns this person alone; null: anybody. */
  readonly person: string | null
  /** Records that are not looked for. */
  readonly without?: LeftOut
}

/** What was looked for by the search over everything, and whom it is to concern; null: anybody. */
export interface FoundBy {
  readonly text: string
  readonly person: string | null
}

export interface Hit {
  readonly collection: FoundIn
  readonly item: Item
  /** 0 to 100: how well it fits. */
  readonly rank: number
  /** The text that it was found by, where that is not its name; null: none. */
  readonly excerpt: Excerpt | null
  /** The record that a comment or a file belongs to, whose card shows it; null: it has a card of its own, or none. */
  readonly about: { readonly collection: CollectionName; readonly item: Item } | null
}

export interface FindAnswer {
  readonly what: 'find'
  /** What was asked, so that an answer to an earlier text is known as such. */
  readonly text: string
  readonly kinds: FindQuery['kinds']
  readonly person: string | null
  /** The best of each collection, the best first. */
  readonly hits: readonly Hit[]
  /** How many there are in all, by collection. */
  readonly counts: { readonly [C in FoundIn]?: number }
  /** False of the first answer, which has not looked everywhere. */
  readonly isWhole: boolean
  /** Of how many documents there are how many can be searched: the others are being made ready. */
  readonly ready: { readonly done: number; readonly total: number }
}
