import type { Calendar } from '@event-calendar/core'
import { DAY_MINUTES } from '../../../../shared/company/hours.ts'
import type { WorkingTime } from '../../../../shared/company/workdays/workdays.ts'
import { addDays } from '../../../../shared/time/days.ts'
import type { Days } from '../look/span.ts'

/** The time of the days that is not worked, as grounds of the grid. */
export function restOf({ first, after }: Days, working: WorkingTime): readonly Calendar.EventInput[] {
  const rests: Calendar.EventInput[] = []
  for (let day = first; day < after; day = addDays(day, 1)) {
    const { hours } = working.day(day)
    const parts = hours ? [[0, hours.from] as const, [hours.to, DAY_MINUTES] as const] : [[0, DAY_MINUTES] as const]
    for (const [from, to] of parts) {
      if (from < to)
        rests.push({
          id: `rest ${day} ${from}`,
          display: 'background',
          start: wallAt(day, from),
          end: wallAt(day, to),
          classNames: ['rest'],
        })
    }
  }
  return rests
}

function wallAt(day: string, minutes: number): string {
  if (minutes === DAY_MINUTES) return `${addDays(day, 1)}T00:00:00`
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
}
