import type { WorkingTime } from '../../company/workdays/workdays.ts'
import { shareOf } from '../../orders/sums/exact.ts'
import { addDays, daysFrom } from '../../time/days.ts'
import type { Period } from '../periods.ts'

/** The company's working days of a plan, as of a day (SPEC PF5). */
export interface Pace {
  /** The place of the period under way; -1: the plan has not begun. Behind its end, the number of periods. */
  readonly present: number
  /** How many have passed since the plan's first day, today among them. */
  readonly passed: number
  /** How many are left of each period. */
  readonly left: readonly number[]
}

/** Counts the working days of periods that follow each other. */
export function paceOn(periods: readonly Period[], today: string, { day }: Pick<WorkingTime, 'day'>): Pace {
  const worked = (from: string, until: string) => {
    let days = 0
    for (const date of daysFrom(from, until)) if (day(date).hours !== null) days++
    return days
  }
  const tomorrow = addDays(today, 1)
  const left = periods.map(({ from, until }) => worked(later(from, tomorrow), until))
  const [begin, end] = [periods[0]?.from ?? tomorrow, periods.at(-1)?.until ?? today]
  const passed = begin > today ? 0 : worked(begin, end < today ? end : today)
  return { present: periods.filter(({ from }) => from <= today).length - (end < today ? 0 : 1), passed, left }
}

/** What periods come to at that pace, by their facts so far; null: there is none. */
export function atPace(facts: readonly number[], { present, passed, left }: Pace): (number | null)[] {
  const done = facts.slice(0, present + 1).reduce((sum, one) => sum + one, 0)
  let [ahead, begin] = [0, 0]
  return facts.map((fact, at) => {
    if (at < present || present >= facts.length) return fact
    if (passed === 0) return null
    ahead += left[at] ?? 0
    const end = shareOf(done, ahead, passed)
    const part = end - begin
    begin = end
    return (at > present ? 0 : fact) + part
  })
}

const later = (a: string, b: string) => (a > b ? a : b)
