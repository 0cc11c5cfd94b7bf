import { dayAt } from '../../../../shared/time/days.ts'

/** Zones differ from UTC by whole quarters of an hour: within one, the day is the same. */
const QUARTER = 15 * 60_000

/** Gives the plain date of an instant in a zone, quickly: for lists of many. */
export function dayIn(zone: string): (instant: number) => string {
  const days = new Map<number, string>()
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER)
    const known = days.get(quarter)
    if (known !== undefined) return known
    const day = dayAt(quarter * QUARTER, zone)
    days.set(quarter, day)
    return day
  }
}
