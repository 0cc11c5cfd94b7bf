import type { Calendar } from '@event-calendar/core'
import { slotKey } from '../../../../shared/calendar/slots/slot.ts'
import { addDays, localAt } from '../../../../shared/time/days.ts'
import type { ShownSlot } from '../../../data/queries/calendar/query.ts'

/** How a slot is told in the grid. */
export interface Telling {
  readonly zone: string
  readonly hue: number | null
  readonly mayMove: boolean
}

/** A slot as the grid takes it: times of the wall's clock, without a zone. */
export function eventOf(slot: ShownSlot, { zone, hue, mayMove }: Telling): Calendar.EventInput {
  const classes = ['slot', 'hue', `of-${slot.collection}`]
  if (slot.isOver) classes.push('over')
  if (slot.isFree) classes.push('free')
  return {
    id: slotKey(slot),
    ...timesOf(slot, zone),
    editable: mayMove,
    classNames: classes,
    styles: hue === null ? [] : [`--h:${hue}`],
  }
}

/** The end of whole days is the day after them, of what takes no time its start. */
function timesOf(slot: ShownSlot, zone: string) {
  if (slot.day !== null) return { start: slot.day, end: addDays(slot.lastDay, 1), allDay: true }
  return { start: wall(slot.start, zone), end: wall(slot.end, zone), allDay: false }
}

function wall(instant: number, zone: string): string {
  return localAt(instant, zone).toString({ smallestUnit: 'second' })
}
