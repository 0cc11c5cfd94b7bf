import '@event-calendar/core/index.css'
import { createCalendar, DayGrid, destroyCalendar, Interaction, TimeGrid } from '@event-calendar/core'
import { createEffect, onCleanup, onMount } from 'solid-js'
import { Temporal } from 'temporal-polyfill'
import { slotKey } from '../../../../shared/calendar/slots/slot.ts'
import { settings } from '../../../../shared/company/collections.ts'
import { ownTimeOf } from '../../../../shared/company/workdays/workdays.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useCalendar } from '../context.tsx'
import { eventOf } from './event-of.ts'
import { createHeads } from './heads.ts'
import { restOf } from './hours.ts'
import { gridOf, type HandlingProps, handling, LOOK } from './options.ts'
import { keepRolesPlain } from './plain-roles.ts'
import { createSlotContent } from './slot-content.ts'
import { createSlotKeys } from './slot-keys.ts'
import { createTaking } from './take-events.ts'
import './grid.css'

export interface GridProps extends Pick<HandlingProps, 'acts' | 'onMake'> {
  readonly mayWrite: boolean
}

/** Month, week and days: a library's grid, fed with slots. */
export function Grid(props: GridProps) {
  const { t } = useWords()
  let host: HTMLFieldSetElement | undefined
  const make = createGrid(props)
  onMount(() => host && make(host))
  return <fieldset ref={host} class="calendar-grid" aria-label={t('calendar.title')} />
}

/** Makes the grid in its place, and keeps it as the calendar is looked at. */
function createGrid(props: GridProps) {
  const calendar = useCalendar()
  const { zone, t } = useWords()
  const content = createSlotContent()
  const events = createEvents(props)
  const follow = createFollowing()
  const slotOf = (id: string | number) => calendar.slots().find((slot) => slotKey(slot) === String(id))
  return (host: HTMLElement) => {
    const { acts, mayWrite, onMake } = props
    const keys = createSlotKeys({ host, slotOf, acts, isMonth: () => calendar.shown().view === 'month' })
    const grid = createCalendar(host, [TimeGrid, DayGrid, Interaction], {
      ...LOOK,
      ...handling({ acts, zone, slotOf, onMake }),
      view: gridOf(calendar.shown().view),
      date: calendar.shown().date,
      editable: mayWrite,
      selectable: mayWrite,
      moreLinkContent: ({ num }) => t('calendar.more', { n: num }),
      eventContent: ({ event }) => ({ domNodes: content(slotOf(event.id)) }),
      eventDidMount: ({ el, event }) => keys.mount(el, String(event.id)),
      eventAllUpdated: () => keys.settle(),
    })
    follow(grid)
    const take = createTaking(grid)
    createEffect(() => take(events()))
    const endRoles = keepRolesPlain(host)
    onCleanup(() => {
      endRoles()
      keys.end()
      void destroyCalendar(grid)
    })
  }
}

/** What stands in the grid: slots, and the time that is not worked as its ground. */
function createEvents(props: GridProps) {
  const calendar = useCalendar()
  const { zone } = useWords()
  const { user } = useData().account
  const own = createRecord(settings, () => user)
  return () => {
    const working = ownTimeOf(own()?.row?.hours ?? [], calendar.working())
    const rests = calendar.shown().view === 'month' ? [] : restOf(calendar.days(), working)
    const slots = calendar
      .slots()
      .map((slot) => eventOf({ ...slot }, { zone: zone(), hue: calendar.hueOf(slot), mayMove: props.mayWrite }))
    return [...rests, ...slots]
  }
}

/** Keeps a grid at the days, in the words and the measures of the moment. */
function createFollowing() {
  const calendar = useCalendar()
  const { language, zone } = useWords()
  const isCoarse = createMedia(COARSE)
  const heads = createHeads()
  return (grid: ReturnType<typeof createCalendar>) => {
    createEffect(() => {
      grid.setOption('date', calendar.shown().date)
      grid.setOption('view', gridOf(calendar.shown().view))
    })
    createEffect(() => {
      grid.setOption('locale', language() === 'ru' ? 'ru-RU' : 'en-GB')
      // It knows no names of zones: its line of now stands by an offset.
      grid.setOption('timeZone', Temporal.Now.zonedDateTimeISO(zone()).offset)
      grid.setOption('slotHeight', isCoarse() ? 30 : 24)
    })
    createEffect(() => {
      const isMonth = calendar.shown().view === 'month'
      // What the heads read is read by the grid, later: a change of it is told by new functions.
      calendar.working()
      language()
      grid.setOption('dayHeaderFormat', (date: Date) => (isMonth ? heads.weekday(date) : heads.head(date)))
      if (!isMonth) grid.setOption('dayHeaderAriaLabelFormat', (date: Date) => heads.said(date))
      grid.setOption('dayCellFormat', (date: Date) => heads.cell(date))
      grid.setOption('slotLabelFormat', { hour: '2-digit', minute: '2-digit' })
    })
  }
}
