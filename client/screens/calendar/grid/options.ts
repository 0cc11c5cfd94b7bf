import type { Calendar } from '@event-calendar/core'
import { Temporal } from 'temporal-polyfill'
import { timed, type When, wholeDays } from '../../../../shared/calendar/slots/when.ts'
import type { ShownSlot } from '../../../data/queries/calendar/query.ts'
import type { View } from '../look/shown.ts'
import type { SlotActs } from '../moving/use-slot-acts.tsx'
import { instantOf, wallOf, whenAfter } from './wall.ts'

/** The grid's own names of views. */
const GRIDS: Readonly<Record<View, string>> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  threeDays: 'threeDays',
  day: 'timeGridDay',
  agenda: 'timeGridWeek',
}

export function gridOf(view: View): string {
  return GRIDS[view]
}

/** How a grid looks, whatever stands in it. */
export const LOOK: Calendar.Options = {
  views: { threeDays: { type: 'timeGridDay', duration: { days: 3 } } },
  headerToolbar: { start: '', center: '', end: '' },
  firstDay: 1,
  height: '100%',
  nowIndicator: true,
  dayMaxEvents: true,
  slotDuration: '00:30',
  snapDuration: '00:15',
  slotEventOverlap: false,
  scrollTime: '08:00',
  longPressDelay: 350,
  allDayContent: '',
}

export interface HandlingProps {
  readonly acts: SlotActs
  readonly zone: () => string
  readonly slotOf: (id: string | number) => ShownSlot | undefined
  /** Empty time was pressed, or drawn over. */
  readonly onMake: (when: When) => void
}

const HOUR = 3_600_000

/** What fingers and mouse do in a grid. What is refused goes back to where it stood. */
export function handling({ acts, zone, slotOf, onMake }: HandlingProps): Calendar.Options {
  const settle = (info: Calendar.EventDropInfo | Calendar.EventResizeInfo) => {
    const slot = slotOf(info.oldEvent.id)
    if (slot) void acts.move(slot, whenAfter(slot, info, zone())).then((isDone) => isDone || info.revert())
  }
  return {
    eventClick: ({ event }) => {
      const slot = slotOf(event.id)
      if (slot) acts.open(slot)
    },
    eventDrop: settle,
    eventResize: settle,
    dateClick: ({ date, allDay }) => onMake(whenBetween(date, new Date(date.getTime() + HOUR), allDay, zone())),
    select: ({ start, end, allDay }) => onMake(whenBetween(start, end, allDay, zone())),
  }
}

/** What was pressed or drawn over; whole days where the days' own row was. */
function whenBetween(start: Date, end: Date, allDay: boolean, zone: string): When {
  const [from, to] = [wallOf(start), wallOf(end)]
  if (!allDay) return timed(instantOf(from, zone), instantOf(to, zone))
  const last = Temporal.PlainDateTime.from(to).subtract({ minutes: 1 }).toPlainDate().toString()
  const first = from.slice(0, 10)
  return wholeDays(first, [first, last].sort()[1])
}
