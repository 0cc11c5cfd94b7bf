/** The holidays, by which days off are called. */
export const HOLIDAYS = ['newYear', 'defenders', 'women', 'labour', 'victory', 'russia', 'unity'] as const
export type Holiday = (typeof HOLIDAYS)[number]

/** A special day of a production calendar. */
export interface StarterDay {
  readonly date: string
  readonly kind: 'dayOff' | 'shortDay'
  /** What a day off is, or stands in for; null for short days. */
  readonly holiday: Holiday | null
  /** False: it follows from a decree that was not known when this was written, and is to be looked up. */
  readonly isCertain: boolean
}

/**
 * Russia's production calendar for a week of five days, as a starter. Holidays are those of article 112 of the Labour Code;
 * one that falls on a weekend moves to the next working day, but of January's holidays the government moves two days by a
 * decree each year. 2026: decree No. 1466 of 24 September 2025, 3 January to 9 January, 4 January to 31 December. For 2027 no
 * decree stands here: where its two days go is not told, and 31 December is marked as not certain. Short days are the
 * working days right before a holiday (article 95).
 */
const DAYS_OFF = [
  ...days('newYear', '2026-01', [1, 2, 5, 6, 7, 8, 9]),
  ...days('defenders', '2026-02', [23]),
  ...days('women', '2026-03', [9]),
  ...days('labour', '2026-05', [1]),
  ...days('victory', '2026-05', [11]),
  ...days('russia', '2026-06', [12]),
  ...days('unity', '2026-11', [4]),
  ...days('newYear', '2026-12', [31]),
  ...days('newYear', '2027-01', [1, 4, 5, 6, 7, 8]),
  ...days('defenders', '2027-02', [23]),
  ...days('women', '2027-03', [8]),
  ...days('labour', '2027-05', [3]),
  ...days('victory', '2027-05', [10]),
  ...days('russia', '2027-06', [14]),
  ...days('unity', '2027-11', [4]),
]
const SHORT_DAYS = [
  '2026-04-30',
  '2026-05-08',
  '2026-06-11',
  '2026-11-03',
  '2027-02-22',
  '2027-04-30',
  '2027-06-11',
  '2027-11-03',
  '2027-12-31',
]
const UNCERTAIN: ReadonlySet<string> = new Set(['2027-12-31'])

export const RUSSIAN_DAYS: readonly StarterDay[] = [...DAYS_OFF, ...SHORT_DAYS.map(shortDay)].sort((a, b) =>
  a.date < b.date ? -1 : 1,
)

/** The days of a year of which nothing is said yet. */
export function untakenIn(year: string, known: readonly { readonly date: string | null }[]): readonly StarterDay[] {
  const said = new Set(known.map(({ date }) => date))
  return RUSSIAN_DAYS.filter(({ date }) => date.startsWith(`${year}-`) && !said.has(date))
}

function days(holiday: Holiday, month: string, dates: readonly number[]): StarterDay[] {
  return dates.map((day) => ({
    date: `${month}-${String(day).padStart(2, '0')}`,
    kind: 'dayOff',
    holiday,
    isCertain: true,
  }))
}

function shortDay(date: string): StarterDay {
  return { date, kind: 'shortDay', holiday: null, isCertain: !UNCERTAIN.has(date) }
}
