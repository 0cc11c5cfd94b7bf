import { Temporal } from 'temporal-polyfill'

/** Periods that move with the day, as reports and their schedules name them. */
export const PERIODS = [
  'today',
  'yesterday',
  'thisWeek',
  'previousWeek',
  'thisMonth',
  'previousMonth',
  'thisQuarter',
  'previousQuarter',
  'thisYear',
  'previousYear',
  'all',
] as const
export type PeriodPreset = (typeof PERIODS)[number]

/** Plain dates, both included; null is open on that side, as in a ReportAsk. */
export interface PeriodDays {
  readonly from: string | null
  readonly until: string | null
}

type Span = Exclude<PeriodPreset, 'all'>
type Begin = (day: Temporal.PlainDate) => Temporal.PlainDate

const itself: Begin = (day) => day
const ofWeek: Begin = (day) => day.subtract({ days: day.dayOfWeek - 1 })
const ofMonth: Begin = (day) => day.with({ day: 1 })
const ofQuarter: Begin = (day) => day.with({ day: 1, month: day.month - ((day.month - 1) % 3) })
const ofYear: Begin = (day) => day.with({ day: 1, month: 1 })

/** How a period begins, how long it is, and how many of it lie between it and that of today. */
const SPANS: Readonly<Record<Span, readonly [begin: Begin, length: Temporal.DurationLike, back: 0 | 1]>> = {
  today: [itself, { days: 1 }, 0],
  yesterday: [itself, { days: 1 }, 1],
  thisWeek: [ofWeek, { days: 7 }, 0],
  previousWeek: [ofWeek, { days: 7 }, 1],
  thisMonth: [ofMonth, { months: 1 }, 0],
  previousMonth: [ofMonth, { months: 1 }, 1],
  thisQuarter: [ofQuarter, { months: 3 }, 0],
  previousQuarter: [ofQuarter, { months: 3 }, 1],
  thisYear: [ofYear, { years: 1 }, 0],
  previousYear: [ofYear, { years: 1 }, 1],
}

/** The days of a period as of today, a plain date. Weeks begin on Monday. */
export function periodOf(preset: PeriodPreset, today: string): PeriodDays {
  if (preset === 'all') return { from: null, until: null }
  const [begin, length, back] = SPANS[preset]
  const present = begin(Temporal.PlainDate.from(today))
  const from = back === 1 ? present.subtract(length) : present
  return { from: from.toString(), until: from.add(length).subtract({ days: 1 }).toString() }
}
