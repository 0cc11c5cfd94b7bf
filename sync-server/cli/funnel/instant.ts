import { Temporal } from 'temporal-polyfill'

/**
 * Milliseconds of an ISO 8601 time with its offset, or of a plain date, which is midnight in UTC; undefined for anything else: a time
 * without its offset would be another one on another machine.
 */
export function instantOf(text: string): number | undefined {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00Z` : text
  try {
    return Temporal.Instant.from(whole).epochMilliseconds
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
