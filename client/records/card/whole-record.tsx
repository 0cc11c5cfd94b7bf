import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface WholeRecordProps<T extends object> {
  /** It was looked for, and there is none. */
  readonly isMissing: boolean
  /** All that its card shows; undefined while that is read. */
  readonly here: T | undefined
  readonly onClose: () => void
  readonly children: (here: Accessor<T>) => JSX.Element
}

/** The card of a record once all of it is here; until then a card that waits, or says that there is none. */
export function WholeRecord<T extends object>(props: WholeRecordProps<T>) {
  const { t } = useWords()
  return (
    <Switch
      fallback={
        <SideCard title="" onClose={props.onClose}>
          <Skeleton lines={6} />
        </SideCard>
      }
    >
      <Match when={props.isMissing}>
        <SideCard title="" onClose={props.onClose}>
          <EmptyState title={t('errors.record-missing')} />
        </SideCard>
      </Match>
      <Match when={props.here}>{(here) => props.children(here)}</Match>
    </Switch>
  )
}
