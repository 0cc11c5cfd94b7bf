import { Temporal } from 'temporal-polyfill'
import { localAt } from '../../time/days.ts'
import type { Action } from '../collections.ts'

type Quiet = Pick<Action, 'quietFrom' | 'quietUntil'>

const MINUTE = 60_000
/** When an action is due that something at `at` (ms) asks for: after its delay, and behind its quiet hours. */
export function dueOf(action: Quiet & Pick<Action, 'delay'>, at: number, zone: string): number {
  return afterQuiet(action, at + (action.delay ?? 0) * MINUTE, zone)
}

/** The first moment from `at` (ms) on that is not within the quiet hours of the company's day. */
export function afterQuiet({ quietFrom, quietUntil }: Quiet, at: number, zone: string): number {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return at
  const local = localAt(at, zone)
  const minute = local.hour * 60 + local.minute
  const isOverNight = quietFrom > quietUntil
  const isQuiet = isOverNight ? minute >= quietFrom || minute < quietUntil : minute >= quietFrom && minute < quietUntil
  if (!isQuiet) return at
  const day = local.toPlainDate().add({ days: isOverNight && minute >= quietFrom ? 1 : 0 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: timeOf(quietUntil) }).epochMilliseconds
}

function timeOf(minutes: number): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 })
}
