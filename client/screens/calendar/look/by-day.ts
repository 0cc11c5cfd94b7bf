import type { When } from '../../../../shared/calendar/slots/when.ts'
import { addDays, dayAt } from '../../../../shared/time/days.ts'
import type { Days } from './span.ts'

interface DayOfSlots<S> {
  readonly day: string
  readonly slots: readonly S[]
}

/** Days of the span on which something stands; what takes several days stands on each. */
export function slotsByDay<S extends When>(
  slots: readonly S[],
  { first, after }: Days,
  zone: string,
): readonly DayOfSlots<S>[] {
  const found = new Map<string, S[]>()
  for (const slot of slots) {
    const [from, to] = slot.day === null ? timedDays(slot.start, slot.end, zone) : [slot.day, slot.lastDay]
    for (let day = from < first ? first : from; day <= to && day < after; day = addDays(day, 1)) {
      const own = found.get(day) ?? []
      found.set(day, own)
      own.push(slot)
    }
  }
  return Array.from(found, ([day, slots]) => ({ day, slots })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What ends at midnight is of the day before. */
function timedDays(start: number, end: number, zone: string): readonly [string, string] {
  return [dayAt(start, zone), dayAt(Math.max(start, end - 1), zone)]
}
