import type { ReportSchedule } from '../../shared/reports/collections.ts'
import { lastTime, nextTime } from '../../shared/reports/schedule/times.ts'
import { DAY_MS } from '../../shared/time/days.ts'

export type Schedule = Pick<
  ReportSchedule,
  'gone' | 'on' | 'every' | 'day' | 'at' | 'sent' | 'asked' | 'passed' | 'madeAt' | 'since'
>

/** The time of a schedule that is to be sent now, or has come too long ago; null: none (SPEC RM1 to RM3). */
export function dueTime(schedule: Schedule, now: number, zone: string): { at: number; isLate: boolean } | null {
  const { gone, sent, passed, asked } = schedule
  if (gone) return null
  const done = Math.max(sent ?? 0, passed ?? 0)
  const last = lastTime(schedule, now, zone)
  const regular = schedule.on && last !== null && last > Math.max(done, sinceOf(schedule)) ? last : null
  const times = [regular, asked].filter((at) => at !== null && at > done && at <= now) as number[]
  return times.length === 0 ? null : { at: Math.min(...times), isLate: now - Math.min(...times) > DAY_MS }
}

/** The first time of a schedule that is still to come; null: none. */
export function comingTime(schedule: Schedule, now: number, zone: string): number | null {
  if (schedule.gone) return null
  const next = schedule.on ? nextTime(schedule, now, zone) : null
  const times = [next, schedule.asked].filter((at) => at !== null && at > now) as number[]
  return times.length === 0 ? null : Math.min(...times)
}

/** Since when it is set as it is. */
function sinceOf({ madeAt, since }: Schedule): number {
  return Math.max(madeAt, ...['on', 'every', 'day', 'at'].map((field) => since?.[field]?.at ?? 0))
}
