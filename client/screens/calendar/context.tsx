import { type Accessor, createContext, createMemo, useContext } from 'solid-js'
import type { InCalendar } from '../../../shared/calendar/slots/slot.ts'
import { people } from '../../../shared/company/collections.ts'
import { hasCollection } from '../../../shared/features/records.ts'
import { createAll, createQuery } from '../../data/page/solid.tsx'
import type { ShownSlot } from '../../data/queries/calendar/query.ts'
import { createWorkingTime } from '../../records/company.ts'
import { HUES } from '../../ui/look/hues.ts'
import { useWords } from '../../ui/words/words.tsx'
import { daysOf, spanOf } from './look/span.ts'
import { useShown } from './look/use-shown.ts'

type Calendar = ReturnType<typeof createCalendar>

const Context = createContext<Calendar>()
export const CalendarProvider = Context.Provider

/** The calendar that is looked at; only inside of its screen. */
export function useCalendar(): Calendar {
  const calendar = useContext(Context)
  if (!calendar) throw new Error('useCalendar stands outside of the screen of the calendar')
  return calendar
}

/** Neighbours in the palette look alike: every fifth of the twelve. */
const APART = 5
/** What belongs to one person is told apart by what it is. */
const OF_COLLECTION: Readonly<Record<InCalendar, number>> = { calendarRecords: 262, events: 155, jobs: 48 }

/** What stands in the calendar as it is looked at. */
export function createCalendar() {
  const look = useShown()
  const { zone } = useWords()
  const days = createMemo(() => daysOf(look.shown().view, look.shown().date))
  const answer = createQuery(() => {
    const { who, of } = look.shown()
    return { what: 'calendar', ...spanOf(days(), zone()), who, of: of.filter(hasCollection) } as const
  })
  const all = createAll(people)
  const working = createWorkingTime()
  const hues = createMemo(() => new Map(all().map(({ id }, at) => [id, HUES[(at * APART) % HUES.length] ?? HUES[0]])))
  const slots: Accessor<readonly ShownSlot[]> = () => answer()?.slots ?? []
  /** By the person, where several are looked at; of those who have it the first who is. */
  const hueOf = ({ who, collection }: Pick<ShownSlot, 'who' | 'collection'>): number | null => {
    const looked = look.shown().who
    if (looked?.length === 1) return OF_COLLECTION[collection]
    const person = who.find((one) => looked === null || looked.includes(one))
    return hues().get(person ?? '') ?? null
  }
  return { ...look, days, slots, hasCome: () => answer() !== undefined, zone, working, people: all, hues, hueOf }
}
