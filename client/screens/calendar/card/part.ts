import type { CalendarRecord } from '../../../../shared/calendar/collections.ts'

/** What the parts of the card are given. */
export interface PartProps {
  readonly record: CalendarRecord
  readonly readOnly: boolean
}
