import { Match, Switch } from 'solid-js'
import { messages } from '../../../../shared/messages/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { createLook } from '../../../records/presence/presence.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Present } from './present.tsx'

interface MessageCardProps {
  readonly id: string
  readonly onClose: () => void
}

/** The card of a message. */
export function MessageCard(props: MessageCardProps) {
  const { t } = useWords()
  const record = createRecord(messages, () => props.id)
  createLook('messages', () => props.id)
  const here = () => {
    const [message, item] = [record()?.row, record()?.item]
    return message && item ? { message, item } : undefined
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
      <Match when={here()}>{(found) => <Present {...props} message={found().message} item={found().item} />}</Match>
    </Switch>
  )
}
