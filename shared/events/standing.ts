import { type Event, OPEN_STATES } from './collections.ts'

/** Whether it is still to happen, or happens now. */
export function isOpen({ state }: Pick<Event, 'state'>): boolean {
  return OPEN_STATES.some((one) => one === state)
}

/** From when on it is overdue, ms; null where it has no time, is over or called off. */
export function overdueFrom(event: Pick<Event, 'state' | 'start' | 'end'>): number | null {
  return isOpen(event) ? (event.end ?? event.start) : null
}

/** When it stands in time, ms: when it begins, else when it was written down. */
export function timeOf({ start, end, madeAt }: Pick<Event, 'start' | 'end' | 'madeAt'>): number {
  return start ?? end ?? madeAt
}

/** Whether it would end before it begins. */
export function endsTooEarly({ start, end }: Pick<Event, 'start' | 'end'>): boolean {
  return start !== null && end !== null && end < start
}
