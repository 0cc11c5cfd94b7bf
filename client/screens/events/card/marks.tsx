import { For, Show } from 'solid-js'
import { customers } from '../../../../shared/customers/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { InTrash } from '../../../records/removal/in-trash.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PresentProps } from './props.ts'

/** What one must know of an event: that it is removed or overdue, and what has become of its customer. */
export function Marks(props: PresentProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'events', id: props.id })
  return (
    <>
      <Show when={props.event.gone}>
        <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
          {t('events.removed')}
        </Banner>
      </Show>
      <Show when={props.item.overdue && !props.event.gone}>
        <Banner look="warn">{t('events.overdue', { when: format.when(props.item.until ?? 0) })}</Banner>
      </Show>
      <For each={props.item.removed}>
        {(field) => (
          <InTrash collection="events" field={field} id={props.event[field]} name={props.item[`${field}Name`]} />
        )}
      </For>
      <Show when={props.event.customer !== null && props.item.customerName === null}>
        <Banner look="warn">{t('events.customerMissing')}</Banner>
      </Show>
      <Merged {...props} />
    </>
  )
}

/** Its customer was merged into another one: it says whose it was. */
function Merged(props: PresentProps) {
  const { t } = useWords()
  const isMerged = () => props.event.customer !== null && props.event.customer !== props.item.customer
  const written = createRecord(customers, () => (isMerged() ? props.event.customer : null))
  return (
    <Show when={isMerged() && written()?.row}>
      {(was) => (
        <Banner>{t('events.customerMerged', { was: was().name ?? '', now: props.item.customerName ?? '' })}</Banner>
      )}
    </Show>
  )
}
