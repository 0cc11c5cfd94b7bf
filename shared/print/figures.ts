import { minorDigits } from '../company/currency-code.ts'
import type { Language } from '../locales/index.ts'

/** How papers of a language write numbers and days. */
export interface Figures {
  /** Minor units of the papers' currency, always with all of its decimals, without its sign. */
  readonly sum: (sum: number | null) => string
  /** Thousandths, as many decimals as there are. */
  readonly quantity: (quantity: number | null) => string
  /** Hundredths of a percent. */
  readonly percent: (percent: number | null) => string
  /** Whole numbers, and such as have a few decimals. */
  readonly number: (value: number | null) => string
  /** A plain date, `YYYY-MM-DD`, with the month in words. */
  readonly day: (day: string | null) => string
}

const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>

/** `currency`: ISO 4217, in which the sums are; a paper without one has none. */
export function figuresOf(language: Language, currency = ''): Figures {
  const locale = LOCALES[language]
  const digits = minorDigits(currency)
  const sums = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const known =
    <T>(write: (value: T) => string) =>
    (value: T | null) =>
      value === null ? '' : write(value)
  return {
    sum: known((sum) => sums.format(decimal(sum, digits))),
    quantity: known((quantity) => numbers.format(decimal(quantity, 3))),
    percent: known((percent) => numbers.format(decimal(percent, 2))),
    number: known((value) => numbers.format(value)),
    day: known((day) => days.format(Date.parse(day))),
  }
}

/** Digit for digit, so that the greatest sums stay exact. */
function decimal(value: number, scale: number): `${number}` {
  return `${value}e-${scale}` as `${number}`
}
