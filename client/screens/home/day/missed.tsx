import { createMemo } from 'solid-js'
import type { EventItem } from '../../../../shared/events/event-item.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import { isLeftOut, isOfferedAbout, leftOut } from '../../../../shared/features/records.ts'
import { ME } from '../../../../shared/filters/filter.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted, listOf } from '../asking.ts'
import { Panel } from '../parts/panel.tsx'
import { Rows } from '../parts/rows.tsx'

const OVERDUE = [
  { field: 'responsible', is: 'in', values: [ME] },
  { field: 'overdue', is: 'equal', values: [true] },
] as const

/** Missed calls to be called back, calls and meetings whose time has passed, and reminders that nobody answered. */
export function Missed(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const rings = createQuery(() => ({ what: 'rings' }) as const)
  const calls = createQuery(() => (hasFeature('telephony') ? ({ what: 'missedCalls' } as const) : null))
  const events = createCounted(() => ({
    collection: 'events',
    filter: OVERDUE,
    sort: [{ field: 'start', down: true }],
    rows: 5,
  }))
  const rows = createMemo(() => {
    const late = (events()?.rows as readonly EventItem[] | undefined)?.filter(
      (row) => !isLeftOut(leftOut(), 'events', row),
    )
    const due = rings()?.due.filter(({ about }) => isOfferedAbout(about))
    const unanswered = hasFeature('telephony') ? calls()?.open.filter(({ isMine }) => isMine) : []
    if (!late || !due || !unanswered) return undefined
    const isShown = (about: string) => late.some(({ id }) => about === `events/${id}`)
    return [
      ...unanswered.slice(0, 5).map((call) => ({
        id: call.id,
        to: '/calls',
        main: call.customerName ?? call.shown ?? t('missedCalls.withheld'),
        second: t('missedCalls.times', { n: call.times }),
        end: format.when(call.at, props.around.clock()),
        isLate: true,
      })),
      ...due
        .filter(({ about }) => !isShown(about))
        .slice(0, 5)
        .map((ring) => ({
          id: ring.id,
          to: addressOfAbout(ring.about),
          main: ring.subject,
          second: t('home.reminder'),
          end: format.when(ring.rises, props.around.clock()),
          isLate: true,
        })),
      ...late.map((event) => ({
        id: event.id,
        to: `/events/${event.id}`,
        main: event.subject ?? '',
        second: event.customerName,
        end: format.when(event.at, props.around.clock()),
        isLate: true,
      })),
    ]
  })
  return (
    <Panel
      title={t('home.missed')}
      to={listOf('/events', OVERDUE)}
      aside={<span class="home-count">{rows()?.length}</span>}
    >
      <Rows rows={rows()} nothing={t('home.noneMissed')} />
    </Panel>
  )
}

/** Where that stands of which a reminder reminds. */
function addressOfAbout(about: string): string {
  const [collection, id = ''] = about.split('/')
  if (collection === 'jobs' || collection === 'events') return `/${collection}/${id}`
  return collection === 'calendarRecords' ? `/calendar/${id}` : '/calendar'
}
