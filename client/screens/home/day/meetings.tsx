import { createMemo } from 'solid-js'
import { addDays, startOfDay } from '../../../../shared/time/days.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import type { ShownSlot } from '../../../data/queries/calendar/query.ts'
import { addressOf } from '../../../records/address.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { Panel } from '../parts/panel.tsx'
import { Rows } from '../parts/rows.tsx'

/** What stands in the calendar of whoever looks today: calls, meetings and the rest. */
export function Meetings(props: { readonly around: HomeAround }) {
  const { t, format, zone } = useWords()
  const { account } = useData()
  const query = createMemo(() => {
    const { person } = account
    const today = props.around.today()
    if (person === null) return null
    const [from, to] = [startOfDay(today, zone()), startOfDay(addDays(today, 1), zone())]
    return { what: 'calendar', from, to, who: [person], of: ['calendarRecords', 'events'] } as const
  })
  const answer = createQuery(query)
  const when = (slot: ShownSlot) => (slot.day === null ? format.time(slot.start) : t('home.wholeDay'))
  const rows = createMemo(() =>
    answer()
      ?.slots.filter(({ isOver }) => !isOver)
      .map((slot) => ({
        id: `${slot.id}/${slot.original ?? ''}`,
        to: addressOf(slot.collection, { id: slot.id }) ?? '/calendar',
        main: slot.subject ?? '',
        second: slot.customerName ?? slot.where,
        end: when(slot),
        isLate: slot.day === null && slot.end < props.around.clock(),
      })),
  )
  return (
    <Panel title={t('home.meetings')} to="/calendar" aside={<span class="home-count">{rows()?.length}</span>}>
      <Rows rows={account.person === null ? [] : rows()} nothing={t('home.noMeetings')} />
    </Panel>
  )
}
