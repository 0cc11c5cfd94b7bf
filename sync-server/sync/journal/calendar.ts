import { Temporal } from 'temporal-polyfill'
import { COMPANY, company } from '../../../shared/company/collections.ts'
import { isZone } from '../../../shared/time/days.ts'
import type { Library } from '../documents/library.ts'

/** Where the company's days begin until it says otherwise. */
const DEFAULT_ZONE = 'Europe/Moscow'

/** The days and years of the company. */
export interface Calendar {
  /** The year that an instant lies in; null for an instant that no calendar has. */
  yearOf(time: number): number | null
  /** The day that an instant lies in, `YYYY-MM-DD`; null for an instant that no calendar has. */
  dayOf(time: number): string | null
}

/** The calendar in the zone of the company's record, as it is written in the setup document `name`. */
export async function companyCalendar(library: Library, name: string): Promise<Calendar> {
  return calendarIn(await companyZone(library, name))
}

/** The zone of the company's record, as it is written in the setup document `name`. */
export async function companyZone(library: Library, name: string): Promise<string> {
  const setup = await library.open(name)
  const zone = setup.records(company).get(COMPANY)?.zone ?? DEFAULT_ZONE
  return isZone(zone) ? zone : DEFAULT_ZONE
}

/** The calendar of a company that has said nothing about its zone. */
export function defaultCalendar(): Calendar {
  return calendarIn(DEFAULT_ZONE)
}

function calendarIn(zone: string): Calendar {
  const dateOf = (time: number) =>
    isInstant(time) ? Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone) : null
  return {
    yearOf: (time) => dateOf(time)?.year ?? null,
    dayOf: (time) => dateOf(time)?.toPlainDate().toString() ?? null,
  }
}

/** A year of four digits on either side of it, so that every zone has the day. */
function isInstant(time: number): boolean {
  return Number.isSafeInteger(time) && Math.abs(time) < 250_000_000_000_000
}
