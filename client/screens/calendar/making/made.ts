import type { InCalendar } from '../../../../shared/calendar/slots/slot.ts'
import type { When } from '../../../../shared/calendar/slots/when.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'

/** What is made at a time of the calendar. */
export const MAKINGS = ['calendarRecord', 'meeting', 'call', 'job'] as const
export type Making = (typeof MAKINGS)[number]

export const COLLECTION_OF = {
  calendarRecord: 'calendarRecords',
  meeting: 'events',
  call: 'events',
  job: 'jobs',
} as const satisfies Readonly<Record<Making, InCalendar>>

/** What was made, by its collection and id. */
export interface Made {
  readonly collection: InCalendar
  readonly id: string
}

/** What was filled in. */
export interface Filled {
  readonly subject: string
  readonly when: When
  readonly customer: string | null
  readonly person: string | null
  /** The value of an RRULE. */
  readonly repeat: string | null
}

/** Minutes before, when it reminds of itself. */
const REMINDED = 15

/** The values of a record that is made so; of whole days a job has its last day alone. */
export function makeArgs(making: Making, { subject, when, customer, person, repeat }: Filled): JsonObject {
  const reminders = person === null || when.day !== null ? {} : { reminders: { first: { person, before: REMINDED } } }
  const shared = { subject, customer, ...reminders }
  if (making === 'job') {
    const { start, end, lastDay } = when
    return { ...shared, performer: person, state: 'todo', ...(lastDay === null ? { start, end } : { due: lastDay }) }
  }
  if (making === 'calendarRecord') return { ...shared, responsible: person, ...when, repeat }
  return { ...shared, kind: making, state: 'planned', responsible: person, start: when.start, end: when.end }
}
