import { type CalendarRecord, calendarRecords } from '../../../../shared/calendar/collections.ts'
import { occurrencesOf } from '../../../../shared/calendar/slots/occurrences.ts'
import { slotOfEvent, slotOfJob } from '../../../../shared/calendar/slots/of-work.ts'
import { bySlot, IN_CALENDAR, type InCalendar, type Slot } from '../../../../shared/calendar/slots/slot.ts'
import { isIn, type Span, type Times } from '../../../../shared/calendar/slots/when.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import { events } from '../../../../shared/events/collections.ts'
import { jobs } from '../../../../shared/jobs/collections.ts'
import { DAY_MS, startOfDay } from '../../../../shared/time/days.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { ByTime, KnownStarts } from './by-time.ts'
import type { CalendarAnswer, CalendarQuery } from './query.ts'
import { Recent } from './recent.ts'

/** Collections whose changes the calendar may show. */
export const SHOWN_IN_CALENDAR: readonly CollectionName[] = [...IN_CALENDAR, 'company', 'customers']

/** The longest span that is answered, ms. */
const LONGEST = 400 * DAY_MS

/** The calendar of all records here, by time: made when it is asked for first, kept from the change feed. */
export class CalendarSlots {
  readonly #directory: Directory
  readonly #starts = new KnownStarts()
  /** Rows of documents that are not open are made at each look: so these, and what is told of them, are made once. */
  readonly #records = new Recent<CalendarRecord | null>()
  readonly #work = { events: new Recent<Slot | null>(), jobs: new Recent<Slot | null>() }
  #byTime: Readonly<Record<InCalendar, ByTime>> | null = null

  constructor(directory: Directory) {
    this.#directory = directory
  }

  take(changed: ItemsChanged): void {
    for (const name of IN_CALENDAR) {
      const ids = changed.get(name) ?? []
      this.#recent(name).drop(ids)
      this.#note(name, ids)
    }
  }

  answer({ from, to, who, of }: CalendarQuery): CalendarAnswer {
    const { zone } = this.#directory.around()
    const span: Span = { from, to: Math.min(to, from + LONGEST), zone }
    const people = who && new Set(who)
    const slots = of
      .flatMap((name) => this.#slotsOf(name, span))
      .filter((slot) => people === null || slot.who.some((one) => people.has(one)))
      .sort(bySlot(dayStarts(zone)))
      .map((slot) => ({ ...slot, customerName: this.#directory.name('customers', slot.customer) }))
    return { what: 'calendar', from, to, zone, slots }
  }

  #slotsOf(name: InCalendar, span: Span): Slot[] {
    const ids = this.#index()[name].in(span)
    return Array.from(ids).flatMap((id) => this.#slotsOfOne(name, id, span))
  }

  #slotsOfOne(name: InCalendar, id: string, span: Span): Slot[] {
    if (name === 'calendarRecords') {
      const record = this.#records.of(id, () => this.#directory.typed(calendarRecords, id))
      return record ? occurrencesOf(record, span, this.#starts.of(record, span.zone)) : []
    }
    const slot = this.#work[name].of(id, () => this.#workSlot(name, id))
    return slot && isIn(slot, span) ? [slot] : []
  }

  #recent(name: InCalendar): Recent<CalendarRecord | null> | Recent<Slot | null> {
    return name === 'calendarRecords' ? this.#records : this.#work[name]
  }

  #workSlot(name: 'events' | 'jobs', id: string): Slot | null {
    const event = name === 'events' ? this.#directory.typed(events, id) : null
    const job = name === 'jobs' ? this.#directory.typed(jobs, id) : null
    return event ? slotOfEvent(event) : job && slotOfJob(job)
  }

  #index(): Readonly<Record<InCalendar, ByTime>> {
    if (this.#byTime) return this.#byTime
    this.#byTime = { calendarRecords: new ByTime(), events: new ByTime(), jobs: new ByTime() }
    for (const name of IN_CALENDAR) this.#note(name, 'all')
    return this.#byTime
  }

  #note(name: InCalendar, ids: Iterable<string> | 'all'): void {
    const index = this.#byTime?.[name]
    if (!index) return
    for (const id of ids === 'all' ? this.#directory.rows(name).keys() : ids) {
      const { times, isRepeated } = this.#timesOf(name, id)
      index.put(id, times, isRepeated)
    }
  }

  #timesOf(name: InCalendar, id: string): { readonly times: Times | null; readonly isRepeated: boolean } {
    if (name !== 'calendarRecords') return { times: this.#workSlot(name, id), isRepeated: false }
    const record = this.#directory.typed(calendarRecords, id)
    return { times: record?.gone === false ? record : null, isRepeated: record?.repeat != null }
  }
}

/** When days begin, each reckoned once. */
function dayStarts(zone: string): (day: string) => number {
  const known = new Map<string, number>()
  return (day) => {
    const start = known.get(day) ?? startOfDay(day, zone)
    known.set(day, start)
    return start
  }
}
