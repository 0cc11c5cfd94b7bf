import { dateAt } from '../../../shared/time/days.ts'

/** Times that are offered at once. */
export const QUICK_TIMES = ['hour', 'threeHours', 'tomorrow', 'monday'] as const
export type QuickTime = (typeof QUICK_TIMES)[number]

const HOUR = 3_600_000
/** When work begins. */
const MORNING = '09:00'

/** The instant that a quick time means now, ms since 1970; days are those of the zone. */
export function quickTime(quick: QuickTime, now: number, zone: string): number {
  if (quick === 'hour') return now + HOUR
  if (quick === 'threeHours') return now + 3 * HOUR
  const today = dateAt(now, zone)
  const days = quick === 'tomorrow' ? 1 : 8 - today.dayOfWeek
  return today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).epochMilliseconds
}
