import type { CollectionName } from '../../../../shared/collections.ts'
import type { LeftOut } from '../../../../shared/features/records.ts'
import type { FilterValue } from '../../../../shared/filters/filter.ts'
import type { Notice } from '../../../../shared/notices/notice.ts'

/** What concerns who looks, kept while others write. */
export interface NoticesQuery {
  readonly what: 'notices'
  readonly onlyUnread: boolean
  /** How many records' notices are wanted, those of the latest first. */
  readonly to: number
  /** Records of which nothing is told. */
  readonly without?: LeftOut
}

export interface NoticesAnswer {
  readonly what: 'notices'
  readonly unread: number
  /** Records that there are notices of, as far as they are shown. */
  readonly count: number
  readonly groups: readonly NoticeGroup[]
  /** The last that have come since the program began, unread ones, for telling of them at once. */
  readonly arrived: readonly Arrived[]
}

/** A record as lists show it. */
type ShownItem = { readonly id: string; readonly [field: string]: FilterValue | readonly string[] }

/** Notices of one record, the latest first. */
export interface NoticeGroup {
  /** `<collection>/<id>`. */
  readonly id: string
  readonly collection: CollectionName
  /** The record as lists show it; null where it is not here. */
  readonly item: ShownItem | null
  readonly unread: number
  readonly notices: readonly ShownNotice[]
}

export interface ShownNotice extends Notice {
  readonly isUnread: boolean
  /** What was said, of comments; people in it by their ids. */
  readonly text: string | null
}

/** One that has come while the program is open. */
export interface Arrived {
  /** The later they came, the higher. */
  readonly came: number
  readonly notice: ShownNotice
  readonly item: ShownItem | null
}

/** Which notices of one's own are unread about a record, by the comment that they tell of: answered with marks alone. */
export interface UnreadQuery {
  readonly what: 'unread'
  /** `<collection>/<id>`; null: about all. */
  readonly about: string | null
}

export interface UnreadAnswer {
  readonly what: 'unread'
  /** Ids of notices, and of the comments that some of them tell of. */
  readonly notices: readonly string[]
  readonly comments: readonly string[]
}
