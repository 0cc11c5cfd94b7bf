import type { Calendar } from '@event-calendar/core'
import { DAY_MINUTES, type Hours, readWeek } from '../../../../shared/company/hours.ts'
import type { WorkingTime } from '../../../../shared/company/workdays/workdays.ts'
import { addDays } from '../../../../shared/time/days.ts'
import type { Days } from '../look/span.ts'

/** The hours of a day by a person's own week, lines of hours.ts, where there is one; else by the company's. */
export function hoursBy(lines: readonly string[], company: WorkingTime): (day: string) => Hours | null {
  if (lines.length === 0) return (day) => company.day(day).hours
  const week = readWeek(lines)
  return (day) => week[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? null
}

/** The time of the days that is not worked, as grounds of the grid. */
export function restOf({ first, after }: Days, hoursOn: (day: string) => Hours | null): readonly Calendar.EventInput[] {
  const rests: Calendar.EventInput[] = []
  for (let day = first; day < after; day = addDays(day, 1)) {
    const hours = hoursOn(day)
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
