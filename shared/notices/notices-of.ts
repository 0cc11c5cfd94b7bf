import type { CalendarRecord } from '../calendar/collections.ts'
import type { Comment } from '../discussion/collections.ts'
import type { Event } from '../events/collections.ts'
import type { Job } from '../jobs/collections.ts'
import type { Letter } from '../letters/collections.ts'
import type { Order } from '../orders/collections.ts'
import type { Notice, Noticed, NoticeLook } from './notice.ts'
import { noticesOfComment } from './of-comment.ts'
import { noticesOfLetter, noticesOfOwnLetter } from './of-letter.ts'
import { noticesOfCalendar, noticesOfEvent, noticesOfJob, noticesOfOrder } from './of-record.ts'

/** What was longer ago counts as seen, ms (SPEC O4). */
export const TOLD_FOR = 90 * 24 * 3_600_000

interface Rows {
  readonly comments: Comment
  readonly orders: Order
  readonly events: Event
  readonly jobs: Job
  readonly calendarRecords: CalendarRecord
  readonly letters: Letter
  readonly ownLetters: Letter
}

const OF: { readonly [N in Noticed]: (row: Rows[N], look: NoticeLook) => Notice[] } = {
  comments: noticesOfComment,
  orders: noticesOfOrder,
  events: noticesOfEvent,
  jobs: noticesOfJob,
  calendarRecords: noticesOfCalendar,
  letters: noticesOfLetter,
  ownLetters: noticesOfOwnLetter,
}

/** What a record tells a person, as it stands now (SPEC O1). */
export function noticesOf<N extends Noticed>(collection: N, row: Rows[N], look: NoticeLook): Notice[] {
  return OF[collection](row, look)
}
