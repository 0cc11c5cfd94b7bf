import { Failure } from '../../errors.ts'
import { dayAt } from '../../time/days.ts'

/** From an instant to another (ms since 1970), the second not included. */
export interface Timed {
  readonly start: number
  readonly end: number
  readonly day: null
  readonly lastDay: null
}

/** Of whole days, `YYYY-MM-DD`, both included. */
export interface WholeDays {
  readonly start: null
  readonly end: null
  readonly day: string
  readonly lastDay: string
}

/** When something stands in the calendar. `day === null` tells times from whole days. */
export type When = Timed | WholeDays

/** As records hold it: what is not filled in is null. */
export interface Times {
  readonly start: number | null
  readonly end: number | null
  readonly day: string | null
  readonly lastDay: string | null
}

/** What is asked of a calendar: [from, to) in ms, and the zone in which its days are days. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly zone: string
}

export function timed(start: number, end = start): Timed {
  return { start, end, day: null, lastDay: null }
}

export function wholeDays(day: string, lastDay = day): WholeDays {
  return { start: null, end: null, day, lastDay }
}

/** When a record stands, as it was read: an end before the start, which two people can write apart, is the start (SPEC E22). */
export function whenOf({ start, end, day, lastDay }: Times): When | null {
  if (day !== null) return wholeDays(day, lastDay !== null && lastDay > day ? lastDay : day)
  return start === null ? null : timed(start, Math.max(start, end ?? start))
}

/** Failures `end-before-start`; `when-missing` where neither a start nor a day is given (SPEC E21). */
export function checkTimes({ start, end, day, lastDay }: Times): void {
  if (start === null && day === null) throw new Failure('when-missing')
  if (day === null ? end !== null && end < (start ?? end) : lastDay !== null && lastDay < day) {
    throw new Failure('end-before-start')
  }
}

/** Whether it stands in the span; what takes no time stands where it begins. */
export function isIn(when: When, { from, to, zone }: Span): boolean {
  if (when.day !== null) return when.day <= dayAt(to - 1, zone) && when.lastDay >= dayAt(from, zone)
  return when.start < to && (when.end > from || when.start >= from)
}
