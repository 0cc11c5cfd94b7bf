import { For, Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { usePresence } from './presence.tsx'
import './presence.css'

interface WatchersProps {
  readonly collection: CollectionName
  readonly id: string
  /** There is room for one face: of several it is told how many. */
  readonly brief?: boolean
}

/** Who else looks at a record, by their faces; nothing where nobody does. */
export function Watchers(props: WatchersProps) {
  const { t } = useWords()
  const presence = usePresence()
  const watching = () => presence.watching(props.collection, props.id)
  const names = () =>
    watching()
      .map((one) => one.name)
      .join(', ')
  return (
    <Show when={watching().length > 0}>
      <span class="faces" data-momentary title={t('presence.watch', { names: names() })}>
        <Show
          when={props.brief && watching().length > 1}
          fallback={<For each={watching()}>{(one) => <Avatar name={one.name} size="small" />}</For>}
        >
          <span class="faces-count" aria-hidden="true">
            {watching().length}
          </span>
        </Show>
        <span class="said">{t('presence.watch', { names: names() })}</span>
      </span>
    </Show>
  )
}
