import { Failure } from '../../errors.ts'

/** How often a rule counts; what repeats oftener than by the day has no place in a calendar (SPEC E25). */
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]
const TOO_OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY']

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** The most times that a rule may name, its longest step, and how often in one day. */
const MOST_COUNT = 5000
const LONGEST_STEP = 1000
const MOST_A_DAY = 24

/** A day of the week, of a month or year also which: the second (2), the last (-1). */
export interface OnWeekday {
  readonly nth: number | null
  readonly weekday: Weekday
}

/** How something is repeated, as RFC 5545 says it in an RRULE. Empty lists say nothing. */
export interface Rule {
  readonly frequency: Frequency
  /** Every second, third: 2, 3. */
  readonly step: number
  /** How many times in all; null: without this end. */
  readonly count: number | null
  /** Until when, as RRULE writes it: `20261231` or `20261231T205959Z`. */
  readonly until: string | null
  readonly weekdays: readonly OnWeekday[]
  readonly monthDays: readonly number[]
  readonly months: readonly number[]
  readonly yearDays: readonly number[]
  readonly weeks: readonly number[]
  /** Which of those that the rest of the rule gives for one period. */
  readonly positions: readonly number[]
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly weekStart: Weekday
}

type Numbers = 'monthDays' | 'months' | 'yearDays' | 'weeks' | 'positions' | 'hours' | 'minutes'

/** The parts that are lists of numbers: their names, the greatest number, and whether it may count from the end. */
const NUMBERS: readonly (readonly [part: string, name: Numbers, least: number, most: number])[] = [
  ['BYMONTH', 'months', 1, 12],
  ['BYWEEKNO', 'weeks', -53, 53],
  ['BYYEARDAY', 'yearDays', -366, 366],
  ['BYMONTHDAY', 'monthDays', -31, 31],
  ['BYHOUR', 'hours', 0, 23],
  ['BYMINUTE', 'minutes', 0, 59],
  ['BYSETPOS', 'positions', -366, 366],
]
const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYSECOND', 'WKST', ...NUMBERS.map(([part]) => part)]

/** Reads an RRULE's value. Failures `repeat-wrong` with the part, `repeat-too-often` (SPEC E25). */
export function readRule(text: string): Rule {
  const parts = readParts(text)
  const rule: Rule = {
    frequency: readFrequency(parts.get('FREQ') ?? ''),
    step: readNumber(parts, 'INTERVAL', LONGEST_STEP) ?? 1,
    count: readNumber(parts, 'COUNT', MOST_COUNT),
    until: readUntil(parts),
    weekdays: readWeekdays(parts),
    ...readLists(parts),
    weekStart: WEEKDAYS.find((day) => day === (parts.get('WKST') ?? 'MO')) ?? wrong('WKST'),
  }
  if (rule.count !== null && rule.until !== null) wrong('COUNT')
  if (!['', '0', '00'].includes(parts.get('BYSECOND') ?? '')) throw new Failure('repeat-too-often')
  if (timesADay(rule) > MOST_A_DAY) throw new Failure('repeat-too-often')
  return rule
}

/** Writes a rule as RRULE's value; `readRule` reads the same of it. */
export function writeRule(rule: Rule): string {
  const { frequency, step, count, until, weekdays, weekStart } = rule
  const parts: readonly (string | false)[] = [
    `FREQ=${frequency}`,
    step > 1 && `INTERVAL=${step}`,
    count !== null && `COUNT=${count}`,
    until !== null && `UNTIL=${until}`,
    weekdays.length > 0 && `BYDAY=${weekdays.map(({ nth, weekday }) => `${nth ?? ''}${weekday}`).join(',')}`,
    ...NUMBERS.map(([part, name]) => rule[name].length > 0 && `${part}=${rule[name].join(',')}`),
    weekStart !== 'MO' && `WKST=${weekStart}`,
  ]
  return parts.filter((part) => part !== false).join(';')
}

/** How often a rule falls on one day, at most. */
export function timesADay({ hours, minutes }: Pick<Rule, 'hours' | 'minutes'>): number {
  return Math.max(1, hours.length) * Math.max(1, minutes.length)
}

function wrong(part: string): never {
  throw new Failure('repeat-wrong', { part })
}

function readParts(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value = ''] = part.split('=')
    if (part === '') continue
    if (value === '' || !PARTS.includes(name) || parts.has(name)) wrong(part)
    parts.set(name, value)
  }
  return parts
}

function readFrequency(value: string): Frequency {
  if (TOO_OFTEN.includes(value)) throw new Failure('repeat-too-often')
  return FREQUENCIES.find((one) => one === value) ?? wrong('FREQ')
}

function readNumber(parts: ReadonlyMap<string, string>, part: string, most: number): number | null {
  const value = parts.get(part)
  if (value === undefined) return null
  const number = Number(value)
  return /^\d+$/.test(value) && number >= 1 && number <= most ? number : wrong(`${part}=${value}`)
}

function readUntil(parts: ReadonlyMap<string, string>): string | null {
  const value = parts.get('UNTIL')
  if (value === undefined) return null
  const [, day, time] = /^(\d{8})(T\d{6}Z?)?$/.exec(value) ?? wrong(`UNTIL=${value}`)
  const iso = `${day?.slice(0, 4)}-${day?.slice(4, 6)}-${day?.slice(6)}`
  const moment = Date.parse(`${iso}T${time?.slice(1, 3) ?? '00'}:${time?.slice(3, 5) ?? '00'}:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(iso) ? value : wrong(`UNTIL=${value}`)
}

function readWeekdays(parts: ReadonlyMap<string, string>): OnWeekday[] {
  const days = parts.get('BYDAY')?.split(',') ?? []
  return days.map((day) => {
    const [, nth, weekday] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day) ?? wrong(`BYDAY=${day}`)
    if (nth !== undefined && (Number(nth) === 0 || Math.abs(Number(nth)) > 53)) wrong(`BYDAY=${day}`)
    return { nth: nth === undefined ? null : Number(nth), weekday: weekday as Weekday }
  })
}

function readLists(parts: ReadonlyMap<string, string>): Pick<Rule, Numbers> {
  const lists = NUMBERS.map(([part, name, least, most]) => {
    const values = parts.get(part)?.split(',') ?? []
    const fits = (value: string) => /^[+-]?\d+$/.test(value) && Number(value) >= least && Number(value) <= most
    if (!values.every((value) => fits(value) && (least === 0 || Number(value) !== 0))) wrong(`${part}=${values}`)
    return [name, values.map(Number)]
  })
  return Object.fromEntries(lists) as Pick<Rule, Numbers>
}
