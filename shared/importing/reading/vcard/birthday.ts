import { Temporal } from 'temporal-polyfill'
import type { Property } from './contact.ts'

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/
const YEARLESS = /^--(\d{2})-?(\d{2})$/
/** A leap year: a birthday without a year may be the 29th of February. */
const ANY_YEAR = '2000'

/** A birthday, `YYYY-MM-DD` or `--MM-DD`; null where no calendar has it. */
export function birthdayOf({ value, params }: Property): string | null {
  const [, month, day] = YEARLESS.exec(value) ?? []
  if (month !== undefined && day !== undefined) return isDay(ANY_YEAR, month, day) ? `--${month}-${day}` : null
  const [, year = '', m = '', d = ''] = DAY.exec(value) ?? []
  if (!isDay(year, m, d)) return null
  return params.get('X-APPLE-OMIT-YEAR')?.[0] === year ? `--${m}-${d}` : `${year}-${m}-${d}`
}

function isDay(year: string, month: string, day: string): boolean {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return Boolean(Temporal.PlainDate.from(parts, { overflow: 'reject' }))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
