import { isCodeLike, minorDigits } from '../../../shared/company/currency-code.ts'
import type { Language } from '../../../shared/locales/index.ts'

/** What all formats need: the language of the moment and the zone in which the company's days begin. */
export interface FormatFor {
  readonly language: () => Language
  /** IANA zone; undefined takes the device's. */
  readonly zone: () => string | undefined
}

export interface MoneyOptions {
  /** Without the currency's sign: for columns whose head names it. */
  readonly bare?: boolean
}

/** Numbers, sums and times as the language writes them. Each call reads the language, so answers follow a switch. */
export type Format = ReturnType<typeof createFormat>

/** English dates are written 18 Sep 2026, which no country reads otherwise. */
const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>
const DAY = { ru: { day: '2-digit', month: '2-digit' }, en: { day: 'numeric', month: 'short' } } as const
const YEAR = { year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const
const DATE = { ru: { ...DAY.ru, ...YEAR }, en: { ...DAY.en, ...YEAR } } as const

const SHORT = { notation: 'compact', maximumFractionDigits: 1 } as const
const KILOBYTES = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 } as const
const MEGABYTES = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const
const GIGABYTES = { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 } as const

function unitOf(bytes: number) {
  if (bytes < 1e5) return KILOBYTES
  return bytes < 1e9 ? MEGABYTES : GIGABYTES
}

function inUnit(bytes: number): number {
  if (bytes < 1e5) return Math.ceil(bytes / 1e3)
  return bytes / (bytes < 1e9 ? 1e6 : 1e9)
}

/** Makes the formats of a language and zone. */
export function createFormat({ language, zone }: FormatFor) {
  const number = (options: Intl.NumberFormatOptions) => numberFormat(LOCALES[language()], options)
  const time = (options: Intl.DateTimeFormatOptions, at = zone()) => timeFormat(LOCALES[language()], options, at)
  const day = () => DAY[language()]
  const wholeDate = () => DATE[language()]
  const plain = (date: string, options: Intl.DateTimeFormatOptions) =>
    time(options, 'UTC').format(Date.parse(`${date}T00:00:00Z`))

  /** An integer of 10^-scale units: 3200 at scale 3 is «3,2»; `fixed` keeps the noughts. */
  function decimal(value: number, scale = 0, fixed = false): string {
    return number(digitsOf(scale, fixed)).format(`${value}e-${scale}` as Intl.StringNumericLiteral)
  }

  /** A sum of minor units in the currency's own format: 9675000 RUB is «96 750,00 ₽», of «тугрик» «96 750,00 тугрик». */
  function money(minor: number, currency: string, options: MoneyOptions = {}): string {
    const scale = currencyScale(currency)
    if (options.bare || !isCodeLike(currency)) return beside(decimal(minor, scale, true), options.bare ? '' : currency)
    return number(styleOf(currency)).format(`${minor}e-${scale}` as Intl.StringNumericLiteral)
  }

  const dateTime = (instant: number) => time({ ...wholeDate(), ...TIME }).format(instant)
  const date = (text: string) => plain(text, wholeDate())

  return {
    decimal,
    money,
    dateTime,
    date,
    integer: (value: number) => decimal(value),
    /** For the axis of a chart: 1094700000 at scale 2 is «10,9 млн». */
    short: (value: number, scale = 0) => number(SHORT).format(value / 10 ** scale),
    /** Thousandths of a unit: 3200 is «3,2». */
    quantity: (thousandths: number) => decimal(thousandths, 3),
    /** Percent at a scale: 89 is «89 %», 1250 at scale 2 is «12,5 %». */
    percent: (value: number, scale = 0) =>
      number({ style: 'percent', maximumFractionDigits: scale }).format(
        `${value}e-${scale + 2}` as Intl.StringNumericLiteral,
      ),
    /** Bytes as people count them: «27 кБ», «12,4 МБ», «1,1 ГБ». */
    bytes: (value: number) => number(unitOf(value)).format(inUnit(value)),
    /** Hours to two decimals: «60,96». */
    hours: (value: number) => number({ maximumFractionDigits: 2 }).format(value),
    /** The sign of a currency: «₽». */
    sign: (currency: string) =>
      number(styleOf(currency))
        .formatToParts(0)
        .find((part) => part.type === 'currency')?.value ?? currency,
    /** Without its year: «18.09». */
    shortDate: (text: string) => plain(text, day()),
    /** The month of a plain date: «сентябрь 2016». */
    month: (text: string) => `${plain(text, { month: 'long' })} ${text.slice(0, 4)}`,
    /** «пятница, 18 сентября 2026 г.» */
    longDate: (text: string) => plain(text, { dateStyle: 'full' }),
    weekday: (text: string, style: 'short' | 'long') => plain(text, { weekday: style }),
    time: (instant: number) => time(TIME).format(instant),
    /** The day of an instant in the company's zone. */
    day: (instant: number) => time(wholeDate()).format(instant),
    /** A moment as people say it: today «14:05», before that «18.09, 14:05», in another year with the year. */
    when(instant: number, now = Date.now()): string {
      const days = (at: number) => timeFormat('en-CA', { ...YEAR, month: '2-digit', day: '2-digit' }, zone()).format(at)
      if (days(instant) === days(now)) return time(TIME).format(instant)
      if (days(instant).slice(0, 4) === days(now).slice(0, 4)) return time({ ...day(), ...TIME }).format(instant)
      return dateTime(instant)
    },
  }
}

/** How many decimals the currency's minor unit stands for: 2 for roubles, 0 for yen. */
export function currencyScale(currency: string): number {
  return kept(scales, currency, () => minorDigits(currency))
}

const scales = new Map<string, number>()
const styles = new Map<string, Intl.NumberFormatOptions>()
const digits = new Map<string, Intl.NumberFormatOptions>()

function beside(sum: string, word: string): string {
  return word === '' ? sum : `${sum}\u00a0${word}`
}

/** Of a currency that is none: hundredths. */
const UNKNOWN: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

/** Options by which a format is found at once: the same object each time. */
function styleOf(currency: string): Intl.NumberFormatOptions {
  return kept(styles, currency, () =>
    isCodeLike(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : UNKNOWN,
  )
}

function digitsOf(scale: number, fixed: boolean): Intl.NumberFormatOptions {
  return kept(digits, `${scale}${fixed}`, () => ({
    minimumFractionDigits: fixed ? scale : 0,
    maximumFractionDigits: scale,
  }))
}

const numbers = new Map<string, Intl.NumberFormat>()
const times = new Map<string, Intl.DateTimeFormat>()
const names = new WeakMap<object, string>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, locale + nameOf(options), () => new Intl.NumberFormat(locale, options))
}

function timeFormat(locale: string, options: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat {
  return kept(times, `${locale}${timeZone}${nameOf(options)}`, () => {
    return new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone })
  })
}

/** What tells options from others; written once for those that are the same object each time. */
function nameOf(options: object): string {
  const known = names.get(options)
  if (known !== undefined) return known
  const name = JSON.stringify(options)
  names.set(options, name)
  return name
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key)
  if (known !== undefined) return known
  const made = make()
  all.set(key, made)
  return made
}
