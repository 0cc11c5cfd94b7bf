import type { Patch } from '../../records/declarations/collection.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type CalendarException, type CalendarRecord, calendarRecords } from '../collections.ts'

type Difference = Patch<(typeof calendarRecords)['lists']['exceptions']['fields']>

/** A single one that differs in nothing. */
export const NO_DIFFERENCE = {
  removed: false,
  added: false,
  start: null,
  end: null,
  day: null,
  lastDay: null,
  subject: null,
  where: null,
} as const satisfies Difference
/** The times of a difference, empty. */
export const NO_TIMES = { start: null, end: null, day: null, lastDay: null } as const

/** The id of the entry of a single one: two devices that change the same one write the same entry. */
export function exceptionId(original: string): string {
  return original.replace(/[-:]/g, '')
}

/** Says what differs about a single one, in an entry that stands, stood or is new. */
export function putException(tx: Transaction, record: CalendarRecord, original: string, difference: Difference): void {
  const entry = exceptionId(original)
  const isHere = record.exceptions.some(({ id }) => id === entry)
  if (!isHere && tx.at(calendarRecords, record.id, `exceptions/${entry}`)) {
    tx.write(calendarRecords, record.id, `exceptions/${entry}/gone`, false)
    tx.setEntry(calendarRecords, record.id, 'exceptions', entry, { ...NO_DIFFERENCE, original, ...difference })
  } else if (isHere) tx.setEntry(calendarRecords, record.id, 'exceptions', entry, difference)
  else tx.add(calendarRecords, record.id, 'exceptions', entry, { original, ...difference })
}

export function dropException(tx: Transaction, record: CalendarRecord, { id }: Pick<CalendarException, 'id'>): void {
  tx.removeEntry(calendarRecords, record.id, 'exceptions', id)
}

/** An exception's difference, as another record would say it. */
export function differenceOf({
  removed,
  added,
  start,
  end,
  day,
  lastDay,
  subject,
  where,
}: CalendarException): Difference {
  return { removed, added, start, end, day, lastDay, subject, where }
}
