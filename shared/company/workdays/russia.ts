/** A special day of a production calendar. */
export interface SpecialDay {
  readonly date: string
  readonly kind: 'dayOff' | 'shortDay'
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
  ...days('2026-01', [1, 2, 5, 6, 7, 8, 9]),
  ...days('2026-02', [23]),
  ...days('2026-03', [9]),
  ...days('2026-05', [1, 11]),
  ...days('2026-06', [12]),
  ...days('2026-11', [4]),
  ...days('2026-12', [31]),
  ...days('2027-01', [1, 4, 5, 6, 7, 8]),
  ...days('2027-02', [23]),
  ...days('2027-03', [8]),
  ...days('2027-05', [3, 10]),
  ...days('2027-06', [14]),
  ...days('2027-11', [4]),
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

export const RUSSIAN_DAYS: readonly SpecialDay[] = [
  ...DAYS_OFF.map((date) => ({ date, kind: 'dayOff' as const, isCertain: true })),
  ...SHORT_DAYS.map((date) => ({ date, kind: 'shortDay' as const, isCertain: !UNCERTAIN.has(date) })),
].sort((a, b) => (a.date < b.date ? -1 : 1))

function days(month: string, dates: readonly number[]): string[] {
  return dates.map((date) => `${month}-${String(date).padStart(2, '0')}`)
}
