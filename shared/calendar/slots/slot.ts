import type { CalendarRecord } from '../collections.ts'
import type { When } from './when.ts'

/** The collections whose records stand in the calendar. */
export const IN_CALENDAR = ['calendarRecords', 'events', 'jobs'] as const
export type InCalendar = (typeof IN_CALENDAR)[number]

export type InvitationAnswer = CalendarRecord['participants'][number]['answer']

/** What stands in the calendar: a record, one of a repeated one, an event or a job. */
export type Slot = When & {
  readonly collection: InCalendar
  readonly id: string
  /**
   * Which one of a repeated record, whatever became of it: when it begins by the rule, `2026-11-25T10:00` in the
   * record's zone or the day; null of what is not repeated.
   */
  readonly original: string | null
  /** Another than the rule would give: moved, renamed, or added beside it. */
  readonly isChanged: boolean
  /** Its repeat is none that this program knows: only the first one stands (SPEC E25). */
  readonly isRepeatUnread: boolean
  readonly subject: string | null
  readonly where: string | null
  /** Whom it takes time of, by id in `people`: the responsible person first. */
  readonly who: readonly string[]
  /** What those who were invited said, by id in `people`. */
  readonly answers: Readonly<Record<string, InvitationAnswer>>
  readonly customer: string | null
  /** An event's kind; null of others. */
  readonly kind: string | null
  /** An event's or job's state; null of records. */
  readonly state: string | null
  /** Takes no time: others may plan over it. */
  readonly isFree: boolean
  /** Done, called off, cancelled: to be shown as what is over. */
  readonly isOver: boolean
}

/** What tells a slot from every other: one record's slots differ by `original`. */
export function slotKey({ collection, id, original }: Pick<Slot, 'collection' | 'id' | 'original'>): string {
  return `${collection}/${id}/${original ?? ''}`
}

/** In the order of a day: whole days first, then by start, longer ones first. */
export function bySlot(zoneStart: (day: string) => number): (a: Slot, b: Slot) => number {
  const starts = (slot: Slot) => (slot.day === null ? slot.start : zoneStart(slot.day))
  const lengths = (slot: Slot) => (slot.day === null ? slot.end - slot.start : Number.POSITIVE_INFINITY)
  return (a, b) =>
    starts(a) - starts(b) ||
    compare(lengths(b), lengths(a)) ||
    (slotKey(a) < slotKey(b) ? -1 : Number(slotKey(a) > slotKey(b)))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
