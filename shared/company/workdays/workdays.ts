import { Temporal } from 'temporal-polyfill'
import type { Row } from '../../records/declarations/collection.ts'
import { dateAt } from '../../time/days.ts'
import type { company, SpecialDayKind } from '../collections.ts'
import { type Hours, readWeek, USUAL_WEEK, type Week } from '../hours.ts'

type Company = Pick<Row<typeof company>, 'week' | 'specialDays' | 'zone'>

const UTC = 'UTC'

/** A day of the company: when it works, and where it is a special one of what kind and how it is called. */
export interface Workday {
  /** Null: a day off. */
  readonly hours: Hours | null
  readonly kind: SpecialDayKind | null
  readonly name: string | null
}

/** When a company works, day by day (SPEC S8, S9). */
export interface WorkingTime {
  readonly zone: string
  day(date: string): Workday
}

/** What a day is beside its weekday; null: nothing. */
type SpecialOn = (date: string) => Pick<Workday, 'kind' | 'name'> | null

/** Working time as the company keeps it: without a week five days from nine to six. */
export function workingTimeOf(own: Company | null): WorkingTime {
  const week = own && own.week.length > 0 ? readWeek(own.week) : USUAL_WEEK
  const special = new Map(own?.specialDays.map((one) => [one.date, one]))
  return byWeek(week, own?.zone ?? UTC, (date) => special.get(date) ?? null)
}

/** Working time of somebody who has a week of his own, lines of hours.ts, where there are any: the company's special days are his (SPEC S13). */
export function ownTimeOf(lines: readonly string[], company: WorkingTime): WorkingTime {
  if (lines.length === 0) return company
  return byWeek(readWeek(lines), company.zone, (date) => {
    const { kind, name } = company.day(date)
    return kind && { kind, name }
  })
}

function byWeek(week: Week, zone: string, specialOn: SpecialOn): WorkingTime {
  const usual = week.find((hours) => hours !== null) ?? null
  return {
    zone,
    day: (date) => {
      const hours = week[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? null
      const one = specialOn(date)
      if (!one) return { hours, kind: null, name: null }
      return { hours: specialHours(one.kind, hours, usual), kind: one.kind, name: one.name }
    },
  }
}

/** Milliseconds of working time from one instant to another; none where the second comes first (SPEC S10). */
export function workedBetween({ zone, day }: WorkingTime, from: number, to: number): number {
  const last = dateAt(to, zone)
  let sum = 0
  for (let date = dateAt(from, zone); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const { hours } = day(date.toString())
    if (!hours) continue
    sum += Math.max(
      0,
      Math.min(to, instantOf(date, hours.to, zone)) - Math.max(from, instantOf(date, hours.from, zone)),
    )
  }
  return sum
}

/** A short day ends an hour earlier; a day that is worked out of turn has the hours of the first day that is worked. */
function specialHours(kind: SpecialDayKind | null, hours: Hours | null, usual: Hours | null): Hours | null {
  if (kind === 'dayOff') return null
  if (kind === 'workday') return hours ?? usual
  return hours && { ...hours, to: Math.max(hours.from, hours.to - 60) }
}

/** The instant, ms, of so many minutes after a day's midnight by the clock of a zone. */
export function instantOf(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const midnight = date.add({ days: Math.floor(minutes / 1440) })
  const plainTime = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 }
  return midnight.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}
