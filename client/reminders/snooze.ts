import { quickTime } from '../records/reminding/quick-times.ts'

/** For how long a ring is put off. */
export const SNOOZES = ['fiveMinutes', 'quarter', 'hour', 'tomorrow'] as const
export type Snooze = (typeof SNOOZES)[number]

const MINUTES = { fiveMinutes: 5, quarter: 15, hour: 60 } as const satisfies { readonly [S in Snooze]?: number }

/** When a ring that is put off now is heard again, ms since 1970. */
export function snoozedUntil(snooze: Snooze, now: number, zone: string): number {
  return snooze === 'tomorrow' ? quickTime(snooze, now, zone) : now + MINUTES[snooze] * 60_000
}
