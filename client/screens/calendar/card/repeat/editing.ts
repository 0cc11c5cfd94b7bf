import {
  type Frequency,
  type Rule,
  readRule,
  WEEKDAYS,
  type Weekday,
} from '../../../../../shared/calendar/repeat/rule.ts'
import { weekdayOf } from '../../making/quick-repeats.ts'

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const satisfies readonly Frequency[]

/** How a repeat ends. */
export const ENDS = ['never', 'until', 'count'] as const
export type End = (typeof ENDS)[number]

export const MOST_STEP = 1000
export const MOST_TIMES = 5000

/** Which day of a month is meant: by its number, or by its weekday, as the second Tuesday. */
export const MONTH_DAYS = ['date', 'weekday', 'lastWeekday', 'lastDay'] as const
export type MonthDay = (typeof MONTH_DAYS)[number]

/** A repeat of another frequency, from the first day on; what does not hang on the frequency stays. */
export function begun(frequency: Frequency, before: Rule | null, firstDay: string): Rule {
  const plain = readRule(`FREQ=${frequency}`)
  const { step, until, count } = before ?? plain
  const weekdays = frequency === 'WEEKLY' ? [onWeekday(weekdayOf(firstDay))] : []
  return { ...plain, step, until, count, weekdays }
}

export function endOf({ until, count }: Rule): End {
  if (until !== null) return 'until'
  return count === null ? 'never' : 'count'
}

/** The rule with a weekday turned on or off; one at least stays. */
export function withWeekday({ weekdays }: Rule, day: Weekday, isOn: boolean): Partial<Rule> {
  const days = weekdays.map(({ weekday }) => weekday)
  const next = WEEKDAYS.filter((one) => (one === day ? isOn : days.includes(one)))
  return next.length === 0 ? {} : { weekdays: next.map(onWeekday) }
}

export function monthDayOf({ weekdays, monthDays }: Rule): MonthDay {
  if (monthDays[0] === -1) return 'lastDay'
  if (weekdays.length === 0) return 'date'
  return weekdays[0]?.nth === -1 ? 'lastWeekday' : 'weekday'
}

/** The day of the month as the first day has it. */
export function onMonthDay(which: MonthDay, firstDay: string): Partial<Rule> {
  const nth = which === 'lastWeekday' ? -1 : Math.ceil(Number(firstDay.slice(8)) / 7)
  const isWeekday = which === 'weekday' || which === 'lastWeekday'
  return {
    weekdays: isWeekday ? [{ nth, weekday: weekdayOf(firstDay) }] : [],
    monthDays: which === 'lastDay' ? [-1] : [],
    positions: [],
  }
}

function onWeekday(weekday: Weekday) {
  return { nth: null, weekday }
}
