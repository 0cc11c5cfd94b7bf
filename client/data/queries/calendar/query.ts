import type { InCalendar, Slot } from '../../../../shared/calendar/slots/slot.ts'

/** What stands in the calendar in a span, kept while it changes. */
export interface CalendarQuery {
  readonly what: 'calendar'
  /** [from, to), ms since 1970; a span of over 400 days is answered for its first 400. */
  readonly from: number
  readonly to: number
  /** Whose, by id in `people`; null: everybody's, nobody's too. */
  readonly who: readonly string[] | null
  readonly of: readonly InCalendar[]
}

/** A slot with the name of the customer that it means. */
export type ShownSlot = Slot & { readonly customerName: string | null }

export interface CalendarAnswer {
  readonly what: 'calendar'
  /** What was asked, so that an answer to another span is known as such. */
  readonly from: number
  readonly to: number
  /** The company's zone, in which its days are days. */
  readonly zone: string
  /** By start, whole days from their beginning; longer ones first. */
  readonly slots: readonly ShownSlot[]
}
