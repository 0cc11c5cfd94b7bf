import { NO_DIFFERENCE } from '../acts/exceptions.ts'
import type { CalendarException, CalendarRecord } from '../collections.ts'

const EXCEPTION: CalendarException = {
  id: '',
  madeAt: 0,
  original: null,
  ...NO_DIFFERENCE,
}

/** A record of the calendar as it is read, with what a test says of it. */
export function calendarRecord(given: Partial<CalendarRecord>): CalendarRecord {
  return {
    id: 'record',
    gone: false,
    goneAt: null,
    goneBy: null,
    newer: false,
    madeAt: 0,
    madeBy: 'A',
    changedAt: 0,
    subject: 'Планерка',
    start: null,
    end: null,
    day: null,
    lastDay: null,
    zone: null,
    repeat: null,
    where: null,
    free: false,
    responsible: 'anna',
    customer: null,
    contact: null,
    basis: null,
    text: null,
    tags: [],
    uid: null,
    organizer: null,
    sequence: null,
    stamp: null,
    cancelled: false,
    participants: [],
    exceptions: [],
    reminders: [],
    ...given,
  }
}

export function exception(original: string, given: Partial<CalendarException>): CalendarException {
  return { ...EXCEPTION, id: original.replace(/[-:]/g, ''), original, ...given }
}
