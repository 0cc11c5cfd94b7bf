import type { DayToSet } from '../../company/workdays/set-special-days.ts'
import { Calendar } from '../month/calendar.ts'
import type { DemoWords } from '../process.ts'

const [FRIDAY, NEXT_MONDAY] = [5, 8]

/** Days that the company has otherwise than its week: a short Friday next week, and the Monday after it off. */
export function specialDays(now: number, { specialDays: words }: DemoWords): readonly DayToSet[] {
  const calendar = new Calendar(now)
  return [
    { date: calendar.dateNextWeek(FRIDAY), kind: 'shortDay', name: words.party },
    { date: calendar.dateNextWeek(NEXT_MONDAY), kind: 'dayOff', name: words.afterFair },
  ]
}
