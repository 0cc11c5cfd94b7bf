import { Temporal } from 'temporal-polyfill'
import { DEMO_COMPANY } from '../staff.ts'
import type { Chance } from './random.ts'

const HOUR = 3_600_000
const OPENS = 9
const HOURS_OPEN = 10

/** The days that the lively month is laid over, in the company's zone. */
export class Calendar {
  readonly now: number
  readonly #today: Temporal.ZonedDateTime

  /** `now`: milliseconds since 1970. */
  constructor(now: number) {
    this.now = now
    this.#today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(DEMO_COMPANY.zone).startOfDay()
  }

  /** The day's number since 1970: the seed of what happens. */
  get seed(): number {
    return Math.floor(this.#today.epochMilliseconds / (24 * HOUR))
  }

  /** Days of this month that are over; 0 on its first. */
  get daysGone(): number {
    return this.#today.day - 1
  }

  /** The beginning of the day that many days ago (ms). */
  dayAgo(days: number): number {
    return this.#today.subtract({ days }).epochMilliseconds
  }

  /** A day counted from today, as a plain date. */
  dateAhead(days: number): string {
    return this.#today.add({ days }).toPlainDate().toString()
  }

  /** A day of next week, Monday 1, or of the weeks after it. */
  dateNextWeek(day: number): string {
    return this.dateAhead(7 - this.#today.dayOfWeek + day)
  }

  /** A moment while the salons are open, that many days ago; today, one that is past. */
  moment(days: number, chance: Chance): number {
    const share = chance.next()
    const at = this.dayAgo(days) + (OPENS + share * HOURS_OPEN) * HOUR
    return Math.floor(at <= this.now ? at : this.dayAgo(days) + share * (this.now - this.dayAgo(days)))
  }
}
