import type { CollectionName } from '../collections.ts'
import type { NoticeKind } from './kinds.ts'

/** Something that concerns a person. It follows from what records say: nobody sends it (SPEC O1). */
export interface Notice {
  /** The same wherever it is found, so that twice is once. */
  readonly id: string
  readonly kind: NoticeKind
  /** The record whose card shows it, `<collection>/<id>`. */
  readonly about: string
  /** When it happened, ms. */
  readonly at: number
  /** Whose deed it is, by id in `people`; null: nobody's, or somebody's from outside. */
  readonly by: string | null
  /** The comment that it tells of, by id. */
  readonly comment: string | null
  /** More of it, by kind: where an order came to, what was answered and by whom, the day by which it was due. */
  readonly more: string | null
}

/** What is asked of all other records. */
export interface NoticeLook {
  /** Who is told, by id in `people`. */
  readonly me: string
  /** Who holds a device, by id in `people`; null where nobody is known. */
  readonly holderOf: (replica: string) => string | null
  /** What concerns `me` about a record: he answers for it, does it or takes part. */
  readonly concerns: (about: string) => boolean
  /** Whether `me` has said something about a record before a time. */
  readonly hasSaid: (about: string, before: number) => boolean
  /** Who wrote a comment, by id in `people`; null where it is not known. */
  readonly authorOf: (comment: string) => string | null
  /** The first instant of the present day and of the day after a plain date, in the company's zone, ms. */
  readonly today: number
  readonly dayAfter: (date: string) => number
}

/** Collections whose records notices follow from. */
export const NOTICED = [
  'comments',
  'orders',
  'events',
  'jobs',
  'calendarRecords',
  'letters',
  'ownLetters',
] as const satisfies readonly CollectionName[]
export type Noticed = (typeof NOTICED)[number]

/** What an order came to by a move, as `more` says it: a state of its kind by its id, or one of these. */
export const CAME_TO = ['success', 'cancelled', 'reopened'] as const

/** A notice with what most have none of. */
export function notice(given: Omit<Notice, 'comment' | 'more'> & Partial<Notice>): Notice {
  return { comment: null, more: null, ...given }
}
