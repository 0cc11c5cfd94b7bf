import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../../shared/locales/index.ts'

/** The first letters of the months, by which they are known. */
const MONTHS = {
  ru: ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
} as const satisfies Readonly<Record<Language, readonly string[]>>

/**
 * Reads a date as people type it, day first: «18.09.2026», «18.9», «180926», «18 сен 2026», «Sep 18, 2026», also
 * 2026-09-18. A missing year is that of `today`. Undefined where it is no date.
 */
export function parseDate(text: string, today: string): string | undefined {
  const bare = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  if (iso) return made(iso[1], iso[2], iso[3], today)
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(bare)
  if (digits) return made(digits[3], digits[2], digits[1], today)
  const named = monthAsNumber(bare)
  const parts = /^(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{4}|\d{2}))?(?: ?г\.?)?$/.exec(named)
  return parts ? made(parts[3], parts[2], parts[1], today) : undefined
}

/** Reads a date with a time of the zone: «18.09.2026, 14:05»; without a time, midnight. Undefined where it is neither. */
export function parseDateTime(text: string, today: string, zone: string): number | undefined {
  const [, date = '', hour, minute] = /^(.*?)(?:[,\s]+(\d{1,2})[:.](\d{2}))?$/.exec(text.trim()) ?? []
  const day = parseDate(date.replace(/,$/, ''), today)
  if (day === undefined || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined
  return atTime(day, `${(hour ?? '00').padStart(2, '0')}:${minute ?? '00'}`, zone)
}

/** The instant of a plain date and time (`HH:MM`) in a zone. */
export function atTime(date: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds
}

/** The plain date and time (`HH:MM`) of an instant in a zone. */
export function inZone(instant: number, zone: string): { readonly date: string; readonly time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** The plain date of now in a zone; undefined takes the device's. */
export function todayIn(zone: string | undefined): string {
  return Temporal.Now.plainDateISO(zone ?? Temporal.Now.timeZoneId()).toString()
}

/** «18 сен 2026» and «sep 18, 2026» as «18 9 2026». */
function monthAsNumber(text: string): string {
  const word = /\p{L}{2,}/u.exec(text)?.[0]
  if (word === undefined) return text
  const month = Object.values(MONTHS)
    .map((names) => names.findIndex((name) => word.startsWith(name)))
    .find((index) => index >= 0)
  if (month === undefined) return text
  const [day = '', ...year] = text.replace(word, ' ').match(/\d+/g) ?? []
  return [day, month + 1, ...year].join(' ')
}

function made(year: string | undefined, month = '', day = '', today = ''): string | undefined {
  const full = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
