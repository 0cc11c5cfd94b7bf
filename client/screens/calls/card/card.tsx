import { type JSX, Show } from 'solid-js'
import type { CallItem } from '../../../../shared/calls/call-item.ts'
import { calls } from '../../../../shared/calls/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { createCallDeeds } from '../../../records/calls/call-deeds.ts'
import { CallMenu } from '../../../records/calls/call-menu.tsx'
import { WholeRecord } from '../../../records/card/whole-record.tsx'
import { createRelated } from '../../../records/related/documents.ts'
import { Related } from '../../../records/related/related.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel, fieldLabel, oneLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { SideCard } from '../../../ui/layout/side-card.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CallSign } from '../list/call-sign.tsx'
import { useTalk } from '../talk.ts'
import { CallActs } from './acts.tsx'

/** The card of a call: what its phone and people have told of it. */
export function CallCard(props: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const record = createRecord(calls, () => props.id)
  const mayWrite = useMayWrite('calls')
  const deeds = createCallDeeds()
  const related = createRelated(() => ({ collection: 'calls', id: props.id }))
  return (
    <WholeRecord isMissing={record()?.row === null} here={record()?.item ?? undefined} onClose={props.onClose}>
      {(item) => (
        <SideCard
          over={t(oneLabel('calls'))}
          title={<CallSign call={item()} />}
          onClose={props.onClose}
          actions={
            <Show when={!item().ignored && mayWrite && item().number}>
              {(number) => <CallMenu number={number()} deeds={deeds} />}
            </Show>
          }
        >
          <Show when={mayWrite}>
            <CallActs item={item()} deeds={deeds} />
          </Show>
          <Facts item={item()} />
          <Related documents={related} />
        </SideCard>
      )}
    </WholeRecord>
  )
}

type Told = keyof CallItem & string

function Facts(props: { readonly item: CallItem }) {
  const { t, format } = useWords()
  const talk = useTalk()
  const time = (at: number | null) => (at === null ? '' : format.dateTime(at))
  const choice = (field: 'direction' | 'state' | 'failure') => {
    const value = props.item[field]
    return value === null ? '' : t(choiceLabel('calls', field, value))
  }
  const FactOf = (fact: { readonly field: Told; readonly children: JSX.Element }) => (
    <Show when={fact.children}>
      <Fact name={t(fieldLabel('calls', fact.field))}>{fact.children}</Fact>
    </Show>
  )
  const led = (path: string, id: string | null, name: string | null) =>
    id === null ? '' : <Link href={`${path}/${id}`}>{name ?? t('common.nameless')}</Link>
  return (
    <dl class="facts">
      <FactOf field="state">{choice('state')}</FactOf>
      <FactOf field="ignored">{props.item.ignored ? t('common.yes') : ''}</FactOf>
      <FactOf field="failure">{isSaidByState(props.item) ? '' : choice('failure')}</FactOf>
      <FactOf field="isUnended">{props.item.isUnended ? t('common.yes') : ''}</FactOf>
      <FactOf field="customer">{led('/customers', props.item.customer, props.item.customerName)}</FactOf>
      <FactOf field="contact">{props.item.contact}</FactOf>
      <FactOf field="event">{led('/events', props.item.event, props.item.eventName)}</FactOf>
      <FactOf field="asked">{time(props.item.asked)}</FactOf>
      <FactOf field="rang">{time(props.item.rang)}</FactOf>
      <FactOf field="answered">{time(props.item.answered)}</FactOf>
      <FactOf field="ended">{props.item.missed ? '' : time(props.item.ended)}</FactOf>
      <FactOf field="seconds">{talk(props.item.seconds)}</FactOf>
      <FactOf field="phone">{props.item.phoneName}</FactOf>
      <FactOf field="line">{props.item.line}</FactOf>
      <FactOf field="responsible">{props.item.responsibleName}</FactOf>
      <FactOf field="takenBy">{props.item.takenByName}</FactOf>
      <FactOf field="callsBack">{props.item.callsBackName}</FactOf>
      <FactOf field="closed">{time(props.item.closed)}</FactOf>
      <FactOf field="closedBy">{props.item.closedByName}</FactOf>
      <FactOf field="note">{props.item.note}</FactOf>
    </dl>
  )
}

/** A missed call was not answered here: that is no news. */
function isSaidByState({ missed, failure }: CallItem): boolean {
  return missed && (failure === 'noAnswer' || failure === 'unsaid')
}
