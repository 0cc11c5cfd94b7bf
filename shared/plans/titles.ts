import { fill } from '../locales/fill.ts'
import type { Words } from '../locales/words.ts'
import { own } from '../records/declarations/collection.ts'
import type { Periodicity } from './collections.ts'
import { naturalPeriod, type Period } from './periods.ts'

type PeriodWords = Words['plans']['periods']

/** What a period is called: «I квартал 2015»; by its days where it is cut, or has no name: «01.02–31.03.2015» (SPEC PN2). */
export function periodTitle(period: Period, periodicity: Periodicity, words: PeriodWords): string {
  const whole = naturalPeriod(period.from, periodicity)
  const isWhole = whole.from === period.from && whole.until === period.until
  return (isWhole && nameOf(period, periodicity, words)) || daysTitle(period.from, period.until, words)
}

/** Days from one to another: «01.02–31.03.2015». */
export function daysTitle(from: string, until: string, words: PeriodWords): string {
  if (from === until) return fill(words.day, partsOf(from, words))
  const begin = from.slice(0, 4) === until.slice(0, 4) ? words.dayOfYear : words.day
  return fill(words.range, { from: fill(begin, partsOf(from, words)), until: fill(words.day, partsOf(until, words)) })
}

function nameOf({ from }: Period, periodicity: Periodicity, words: PeriodWords): string | null {
  const [year = '', month = ''] = from.split('-')
  const nth = (length: number) => own(words.ordinals, `n${Math.ceil(Number(month) / length)}`) ?? ''
  if (periodicity === 'byMonth') return fill(words.month, { year, month: own(words.months, `m${month}`) ?? month })
  if (periodicity === 'byQuarter') return fill(words.quarter, { year, n: nth(3) })
  if (periodicity === 'byHalfYear') return fill(words.halfYear, { year, n: nth(6) })
  return periodicity === 'byYear' ? fill(words.year, { year }) : null
}

/** Of a date in digits the day has two of them; beside a word it stands without a nought. */
function partsOf(text: string, { inDates }: PeriodWords): Record<string, string | number> {
  const [year = '', number = '', date = ''] = text.split('-')
  const month = own(inDates, `m${number}`) ?? number
  return { year, month, day: /^\d/.test(month) ? date : Number(date) }
}
