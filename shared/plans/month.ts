import { type Period, periodsOf, type Span } from './periods.ts'
import { spreadByDays } from './spread.ts'

/** A calendar month, as far as a plan covers it, and what is planned there. */
export interface PlannedMonth extends Period {
  /** Minor units. */
  readonly sum: number
}

/**
 * What is planned in the month of a day, by the first days of the plan's periods: of periods that are no months, as much as lies in
 * it, by days (SPEC PN8). Null: nothing, or the plan does not cover the day.
 */
export function plannedInMonth(plan: Span, sums: ReadonlyMap<string, number | null>, day: string): PlannedMonth | null {
  const months = periodsOf({ ...plan, periodicity: 'byMonth' })
  const month = months.find(({ from, until }) => from <= day && day <= until)
  const sum = month && spreadByDays(sums, periodsOf(plan), months).get(month.id)
  return month && sum ? { ...month, sum } : null
}
