import { fill, type Language, pluralForm, type Words } from '../../locales/index.ts'
import { dayAt } from '../../time/days.ts'
import { type OnWeekday, type Rule, WEEKDAYS, type Weekday, writeRule } from './rule.ts'

type RepeatWords = Words['repeats']

/** What the words of a repeat stand on. */
export interface Telling {
  readonly words: RepeatWords
  readonly language: Language
  /** The first day, `YYYY-MM-DD`, and the zone in which the days are days. */
  readonly firstDay: string
  readonly zone: string
}

/** A repeat in words: «каждый вторник», «каждый месяц, 15-го, до 31.12.2026» (SPEC E30). */
export function repeatText(rule: Rule, telling: Telling): string {
  const { words, language } = telling
  const repeat =
    rhythm(rule, telling) ?? fill(words.intricate, { rule: writeRule({ ...rule, count: null, until: null }) })
  if (rule.count !== null) return fill(pluralForm(language, rule.count, words.times), { repeat, n: rule.count })
  if (rule.until !== null) return fill(words.until, { repeat, day: written(lastDay(rule.until, telling.zone), words) })
  return repeat
}

/** The last day on which a rule may fall, from its UNTIL. */
export function lastDay(until: string, zone: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})(\d\d)(\d\d)(.*)$/.exec(until) ?? []
  const date = `${year}-${month}-${day}`
  if (!time.endsWith('Z')) return date
  return dayAt(Date.parse(`${date}T${time.slice(1, 3)}:${time.slice(3, 5)}:${time.slice(5, 7)}Z`), zone)
}

const OF = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const

/** Null where the rule is too intricate for words. */
function rhythm(rule: Rule, telling: Telling): string | null {
  const { yearDays, weeks, hours, minutes } = rule
  if ([yearDays, weeks, hours, minutes].some((list) => list.length > 0)) return null
  const every = everyOf(rule, telling)
  if (rule.frequency === 'MONTHLY') return ofMonth(rule, every, telling)
  if (rule.positions.length > 0) return null
  if (rule.frequency === 'YEARLY') return ofYear(rule, every, telling)
  return rule.months.length > 0 || rule.monthDays.length > 0 ? null : ofWeek(rule, every, telling)
}

function everyOf({ frequency, step }: Rule, { words, language }: Telling): string {
  const name = OF[frequency]
  return step === 1 ? words.every[name] : fill(pluralForm(language, step, words[name]), { n: step })
}

function ofWeek({ frequency, step, weekdays }: Rule, every: string, { words, firstDay }: Telling): string | null {
  if (weekdays.some(({ nth }) => nth !== null)) return null
  if (frequency === 'DAILY' && weekdays.length === 0) return every
  const days = weekdays.length > 0 ? weekdays.map(({ weekday }) => weekday) : [weekdayOf(firstDay)]
  if (isWorkdays(weekdays)) return step === 1 ? words.workdays : fill(words.byWorkdays, { every })
  const inOrder = WEEKDAYS.filter((day) => days.includes(day))
  const [only] = inOrder
  if (inOrder.length === 1 && only && step === 1) return words.onDay[only]
  return fill(words.byDays, {
    every,
    days: joined(
      inOrder.map((day) => words.days[day]),
      words,
    ),
  })
}

function ofMonth(rule: Rule, every: string, telling: Telling): string | null {
  const { monthDays, weekdays, months, positions } = rule
  const { words } = telling
  if (months.length > 0) return null
  if (positions.length > 0) return ofPosition(rule, every, words)
  if (weekdays.length > 0) return monthDays.length > 0 ? null : nthDays(weekdays, every, words)
  const days = monthDays.length > 0 ? monthDays : [Number(telling.firstDay.slice(8))]
  return fill(words.onMonthDays, {
    every,
    days: joined(
      days.map((day) => monthDay(day, words)),
      words,
    ),
  })
}

function monthDay(day: number, words: RepeatWords): string {
  if (day === -1) return words.lastDay
  return day > 0 ? fill(words.monthDay, { day }) : fill(words.fromMonthEnd, { day: -day })
}

/** The first or last weekday of the month. */
function ofPosition({ weekdays, positions, monthDays }: Rule, every: string, words: RepeatWords): string | null {
  if (!isWorkdays(weekdays) || positions.length > 1 || monthDays.length > 0) return null
  if (positions[0] === 1) return fill(words.firstWorkday, { every })
  return positions[0] === -1 ? fill(words.lastWorkday, { every }) : null
}

function nthDays(weekdays: readonly OnWeekday[], every: string, words: RepeatWords): string | null {
  const days = weekdays.map((day) => nthDay(day, words))
  return days.every((day) => day !== null) ? fill(words.onNth, { every, days: joined(days, words) }) : null
}

function nthDay({ nth, weekday }: OnWeekday, words: RepeatWords): string | null {
  const forms: Readonly<Record<string, string>> = words.nths[words.nthOf[weekday] as 'm' | 'f' | 'n']
  const form = forms[String(nth)]
  return form === undefined ? null : fill(words.nth[weekday], { nth: form })
}

function ofYear({ months, monthDays, weekdays }: Rule, every: string, telling: Telling): string | null {
  const { words, firstDay } = telling
  const [, month, day] = firstDay.split('-').map(Number)
  if (weekdays.length > 0 || months.length > 1 || monthDays.length > 1 || (monthDays[0] ?? 1) < 0) return null
  const name = words.months[String(months[0] ?? month) as keyof RepeatWords['months']]
  const days = fill(words.dayOfMonth, { day: monthDays[0] ?? day ?? 1, month: name })
  return fill(words.yearlyOn, { every, days })
}

function isWorkdays(weekdays: readonly OnWeekday[]): boolean {
  const days = new Set(weekdays.map(({ nth, weekday }) => (nth === null ? weekday : '')))
  return days.size === 5 && WEEKDAYS.slice(0, 5).every((day) => days.has(day))
}

function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
}

function joined(parts: readonly string[], words: RepeatWords): string {
  if (parts.length < 2) return parts[0] ?? ''
  return fill(words.and, { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' })
}

function written(day: string, words: RepeatWords): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return fill(words.day, { day: date, month, year })
}
