import { Temporal } from 'temporal-polyfill'

const LETTER = /[A-Za-z]/g

/**
 * Whether `form` says a day, a month and a year, once each, with signs between: `M/D/Y`,
 * `D.M.Y h:m`. Letters: D day, M month, Y year, h hour, m minute, s second.
 */
export function isDateForm(form: string): boolean {
  const letters: string[] = form.match(LETTER) ?? []
  const isOnce = new Set(letters).size === letters.length
  return /^[DMYhms/.:, -]+$/.test(form) && isOnce && ['D', 'M', 'Y'].every((letter) => letters.includes(letter))
}

/** Makes a reader of dates in that form; it gives null for other text and for days that no calendar has. */
export function dateReader(form: string): (text: string) => Temporal.PlainDateTime | null {
  const escaped = form.replace(/[./]/g, '\\$&')
  const pattern = new RegExp(
    `^${escaped.replace(LETTER, (letter) => `(?<${letter}>\\d{${letter === 'Y' ? 4 : '1,2'}})`)}$`,
  )
  return (text) => {
    const groups = pattern.exec(text)?.groups
    return groups ? fromParts(groups) : null
  }
}

function fromParts({
  Y,
  M,
  D,
  h = 0,
  m = 0,
  s = 0,
}: Readonly<Record<string, string | number>>): Temporal.PlainDateTime | null {
  const parts = {
    year: Number(Y),
    month: Number(M),
    day: Number(D),
    hour: Number(h),
    minute: Number(m),
    second: Number(s),
  }
  try {
    return Temporal.PlainDateTime.from(parts, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The instant (ms since 1970) at which a clock in the zone shows the date and time. */
export function instantOf(date: Temporal.PlainDateTime, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}
