import { Match, Switch } from 'solid-js'
import { events } from '../../../../shared/events/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Present } from './present.tsx'
import type { EventCardProps } from './props.ts'

/** The card of an event. */
export function EventCard(props: EventCardProps) {
  const { t } = useWords()
  const record = createRecord(events, () => props.id)
  createLook('events', () => props.id)
  const here = () => {
    const [event, item] = [record()?.row, record()?.item]
    return event && item ? { event, item } : undefined
  }
  return (
    <Switch
      fallback={
        <SideCard title="" onClose={props.onClose}>
          <Skeleton lines={6} />
        </SideCard>
      }
    >
      <Match when={record() !== undefined && record()?.row === null}>
        <SideCard title="" onClose={props.onClose}>
          <EmptyState title={t('errors.record-missing')} />
        </SideCard>
      </Match>
      <Match when={here()}>
        {(found) => <Present {...props} event={found().event} item={found().item} apart={record()?.apart ?? []} />}
      </Match>
    </Switch>
  )
}
