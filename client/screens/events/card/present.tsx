import Trash from 'lucide-solid/icons/trash'
import { type JSX, Show } from 'solid-js'
import { isOpen } from '../../../../shared/events/standing.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createAboutTabs } from '../../../records/card/about-tabs.tsx'
import { createCurrency } from '../../../records/company.ts'
import { tabLedTo } from '../../../records/discussion/lead.ts'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { BasisLink } from '../../../records/related/basis-link.tsx'
import { createRelated } from '../../../records/related/documents.ts'
import { Related } from '../../../records/related/related.tsx'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Main } from './main.tsx'
import { Marks } from './marks.tsx'
import { EventMenu } from './menu.tsx'
import type { HereProps, PresentProps } from './props.ts'

/** The card of an event that is here. */
export function Present(props: HereProps) {
  const { t } = useWords()
  const mayWrite = useMayWrite('events')
  const readOnly = () => !mayWrite || props.event.gone || props.event.newer
  const over = () => {
    const { kind, direction } = props.event
    const named = t(choiceLabel('events', 'kind', kind ?? 'otherEvent'))
    if (direction === null) return named
    const way = t(choiceLabel('events', 'direction', direction)).toLowerCase()
    return t('events.overKind', { kind: named, direction: way })
  }
  return (
    <SideCard
      over={over()}
      title={props.event.subject ?? <span class="dim">{t('common.nameless')}</span>}
      onClose={props.onClose}
      actions={
        <>
          <Watchers collection="events" id={props.id} />
          <RemindMe about={{ collection: 'events', id: props.id }} />
          <Show when={!readOnly()}>
            <EventMenu event={props.event} />
          </Show>
        </>
      }
      footer={
        <Show when={!readOnly()}>
          <Footer {...props} />
        </Show>
      }
    >
      <Marks {...props} readOnly={readOnly()} />
      <Inside {...props} readOnly={readOnly()} label={over()} />
    </SideCard>
  )
}

/** Removing it, and what it waits for: to be done. */
function Footer(props: HereProps) {
  const { t } = useWords()
  const acts = useActs()
  const at = () => ({ collection: 'events', id: props.id }) as const
  const remove = async () => {
    if (await acts.run('removeRecord', at(), t('events.removed'))) props.onClose()
  }
  const done = () => void acts.run('setRecord', { ...at(), values: { state: 'done' } }, t('events.wasDone'))
  return (
    <>
      <span class="side-card-remove">
        <IconButton icon={Trash} label={t('common.remove')} onClick={() => void remove()} />
      </span>
      <Show when={isOpen(props.event)}>
        <Button look="primary" onClick={done}>
          {t('events.done')}
        </Button>
      </Show>
    </>
  )
}

/** What stands in the card, by tabs. */
function Inside(props: PresentProps & { readonly label: string }) {
  const { t } = useWords()
  const currency = createCurrency()
  const related = createRelated(() => ({ collection: 'events', id: props.id }))
  const main = (): JSX.Element => (
    <>
      <Main {...props} />
      <Related documents={related} />
    </>
  )
  const aboutTabs = createAboutTabs(
    () => `events/${props.id}`,
    () => props.readOnly,
  )
  const history = () => (
    <RecordHistory collection="events" id={props.id} currency={currency()} readOnly={props.readOnly} />
  )
  return (
    <>
      <BasisLink documents={related} />
      <Tabs
        label={props.label}
        lead={tabLedTo(`events/${props.id}`)}
        tabs={[
          { id: 'main', label: t('orders.tabs.main'), content: main },
          ...aboutTabs(),
          { id: 'history', label: t('orders.tabs.history'), content: history },
        ]}
      />
    </>
  )
}
