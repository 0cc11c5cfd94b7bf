import { DAY_MS, dateAt, daysBetween, daysFrom, startOfDay } from '../time/days.ts'
import type { Job } from './collections.ts'
import { hoursBetween, spentOn } from './spent.ts'
import { isClosed, stateOf } from './states.ts'

/** A job as the load by person looks at it. */
export type LoadJob = Pick<Job, 'id' | 'gone' | 'state' | 'performer' | 'planned' | 'spent' | 'due' | 'start' | 'end'>

/** Where and when the load is looked at. */
export interface LoadGround {
  /** Plain date. */
  readonly today: string
  /** IANA. */
  readonly zone: string
  /** Thousandths of an hour that somebody works on a day; null is nobody in particular. */
  readonly hoursOn: (person: string | null, day: string) => number
}

/** What of a job falls on a day, thousandths of an hour; `day` is null of what has neither a time nor a day to be done by. */
export interface Portion {
  readonly job: string
  readonly performer: string | null
  readonly day: string | null
  readonly hours: number
}

/** Farther than this (days) from today nothing is spread: what is to be done by then stands on its last day. */
const FARTHEST = 366

/** The hours of all jobs that are open, by day (SPEC Q30 to Q34). */
export function portionsOf(jobs: Iterable<LoadJob>, ground: LoadGround): Portion[] {
  const portions: Portion[] = []
  for (const job of jobs) {
    const left = leftOf(job)
    if (left === 0) continue
    for (const { day, hours } of spread(job, left, ground)) {
      portions.push({ job: job.id, performer: job.performer, day, hours })
    }
  }
  return portions
}

/** Thousandths of an hour that are still to be worked: what is planned, else the time it has in the calendar, less what is spent (SPEC Q30). */
export function leftOf(job: LoadJob): number {
  if (job.gone || isClosed(stateOf(job))) return 0
  const { start, end, planned } = job
  const whole = planned ?? (start !== null && end !== null ? hoursBetween(start, end) : 0)
  return Math.max(0, whole - spentOn(job))
}

interface DayPart {
  readonly day: string | null
  readonly hours: number
}

function spread(job: LoadJob, left: number, ground: LoadGround): readonly DayPart[] {
  if (job.start !== null) return atItsTime(job.start, job.end, left, ground)
  if (job.due === null) return [{ day: null, hours: left }]
  return untilDue(job.performer, job.due, left, ground)
}

/** On the days that its time in the calendar touches, in the proportion of that time; without an end, on the day of its start (SPEC Q31). */
function atItsTime(start: number, end: number | null, left: number, { zone }: LoadGround): readonly DayPart[] {
  const first = dateAt(start, zone)
  if (end === null || end <= start || end - start > FARTHEST * DAY_MS) return [{ day: first.toString(), hours: left }]
  const weights: { readonly day: string; readonly weight: number }[] = []
  for (let day = first, from = start; from < end; day = day.add({ days: 1 })) {
    const until = Math.min(end, startOfDay(day.add({ days: 1 }), zone))
    weights.push({ day: day.toString(), weight: until - from })
    from = until
  }
  return inProportion(weights, left)
}

/** In the proportion of the performer's working hours from today to the last day; what is overdue is for today (SPEC Q32). */
function untilDue(
  person: string | null,
  due: string,
  left: number,
  { today, hoursOn }: LoadGround,
): readonly DayPart[] {
  if (due <= today) return [{ day: today, hours: left }]
  if (daysBetween(today, due) > FARTHEST) return [{ day: due, hours: left }]
  const weights = Array.from(daysFrom(today, due), (day) => ({ day, weight: hoursOn(person, day) }))
  // Where nobody works until then, it stands on its last day.
  return weights.every(({ weight }) => weight === 0) ? [{ day: due, hours: left }] : inProportion(weights, left)
}

/** Parts of a whole in proportion, in whole thousandths, whose sum is the whole: what rounding leaves goes to the days with the largest remainders, the earlier first (SPEC Q33). */
function inProportion(
  days: readonly { readonly day: string; readonly weight: number }[],
  whole: number,
): readonly DayPart[] {
  const total = days.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  const parts = days.map(({ day, weight }, at) => {
    const exact = BigInt(whole) * BigInt(weight)
    return { at, day, hours: Number(exact / total), rest: exact % total }
  })
  const missing = whole - parts.reduce((sum, { hours }) => sum + hours, 0)
  const ranked = parts.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  const more = new Set(ranked.slice(0, missing).map(({ at }) => at))
  const given = parts.map(({ at, day, hours }) => ({ day, hours: hours + (more.has(at) ? 1 : 0) }))
  return given.filter(({ hours }) => hours > 0)
}
