import { Failure } from '../../errors.ts'
import { addDays, daysBetween, localAt, startOfDay } from '../../time/days.ts'
import { type OnWeekday, type Rule, WEEKDAYS, type Weekday } from './rule.ts'
import { lastDay } from './words.ts'

/** The same rule for a series whose first day moves from one to another. Failure `repeat-not-moved` where it is too intricate (SPEC E32). */
export function shiftRule(rule: Rule, from: string, to: string): Rule {
  const days = daysBetween(from, to)
  if (days === 0) return rule
  if (rule.yearDays.length + rule.weeks.length + rule.positions.length > 0) throw new Failure('repeat-not-moved')
  if (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') return shiftWeek(rule, days)
  return shiftMonth(rule, from, to)
}

function shiftWeek(rule: Rule, days: number): Rule {
  if (rule.months.length + rule.monthDays.length > 0) throw new Failure('repeat-not-moved')
  const weekdays = rule.weekdays.map(({ nth, weekday }) => {
    if (nth !== null) throw new Failure('repeat-not-moved')
    return { nth, weekday: weekdayAfter(weekday, days) }
  })
  return { ...rule, weekdays }
}

function weekdayAfter(weekday: Weekday, days: number): Weekday {
  return WEEKDAYS[(((WEEKDAYS.indexOf(weekday) + days) % 7) + 7) % 7] ?? weekday
}

/** One day of the month, by its number or by its weekday, is the new first day’s. */
function shiftMonth(rule: Rule, from: string, to: string): Rule {
  const { months, monthDays, weekdays } = rule
  const named = monthDays.length + weekdays.length
  if (named > 1 || months.length > 1) throw new Failure('repeat-not-moved')
  if (monthDays.length > 0 && !isMonthDay(monthDays[0] ?? 0, from)) throw new Failure('repeat-not-moved')
  if (months.length > 0 && months[0] !== Number(from.slice(5, 7))) throw new Failure('repeat-not-moved')
  return {
    ...rule,
    months: months.length > 0 ? [Number(to.slice(5, 7))] : months,
    monthDays: monthDays.length > 0 ? [Number(to.slice(8))] : monthDays,
    weekdays: weekdays.map((day) => nthIn(day, to)),
  }
}

function isMonthDay(monthDay: number, day: string): boolean {
  return monthDay > 0 ? monthDay === Number(day.slice(8)) : addDays(day, -monthDay).slice(5, 7) !== day.slice(5, 7)
}

function nthIn({ nth }: OnWeekday, day: string): OnWeekday {
  if (nth === null) throw new Failure('repeat-not-moved')
  const weekday = WEEKDAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
  const isLast = nth < 0 && addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  return { nth: isLast ? -1 : Math.ceil(Number(day.slice(8)) / 7), weekday }
}

/** An UNTIL that lets a day in whole, and no later one: of whole days the day itself. */
export function untilDay(day: string, zone: string | null): string {
  if (zone === null) return day.replaceAll('-', '')
  return writeInstant(startOfDay(addDays(day, 1), zone) - 1000)
}

/** An instant as iCalendar writes it, in UTC. */
function writeInstant(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** The last day on which a rule may fall, where the first one began at `start` (ms) or is a whole day (null). */
export function lastDayOf(until: string, start: number | null, zone: string): string {
  const day = lastDay(until, zone)
  if (start === null || until.length === 8) return day
  const time = until.endsWith('Z') ? localAt(parseInstant(until), zone).toPlainTime().toString() : clockOf(until)
  return time < localAt(start, zone).toPlainTime().toString() ? addDays(day, -1) : day
}

function parseInstant(text: string): number {
  return Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}T${clockOf(text)}Z`)
}

function clockOf(text: string): string {
  return `${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`
}
