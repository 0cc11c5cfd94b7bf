import { Show } from 'solid-js'
import { endsTooEarly } from '../../../../shared/events/standing.ts'
import { useData } from '../../../data/page/solid.tsx'
import { DialAct } from '../../../records/calls/dial-button.tsx'
import { Entries, entryRows } from '../../../records/card/entries.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { createWriting } from '../../../records/card/writing.ts'
import { createCurrency } from '../../../records/company.ts'
import { createPeopleAt } from '../../../records/events/people-at.ts'
import { PersonFields } from '../../../records/events/person-fields.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PresentProps } from './props.ts'

const ABOUT = ['kind', 'direction', 'subject', 'state', 'importance', 'start', 'end']
const MORE = ['responsible', 'text', 'tags']

/** What an event is, whom it is with, and who of our people takes part and is reminded. */
export function Main(props: PresentProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const at = () => ({ collection: 'events', id: props.id }) as const
  const form = () => ({
    ...at(),
    values: props.event,
    currency: currency(),
    readOnly: props.readOnly,
    apart: props.apart,
    onCommit: createWriting({ ...at(), begins: undefined }),
  })
  const doubtOf = (field: string) =>
    field === 'end' && endsTooEarly(props.event) ? t('events.endsTooEarly') : undefined
  return (
    <>
      <RecordForm {...form()} fields={ABOUT} doubtOf={doubtOf} />
      <With {...props} />
      <RecordForm {...form()} fields={MORE} />
      <Entries
        {...form()}
        list="participants"
        title={t('events.participants')}
        one={t('events.participant')}
        fields={['person', 'name', 'email']}
        rows={entryRows(props.id, props.event.participants)}
      />
      <Entries
        {...form()}
        list="reminders"
        title={t('events.reminders')}
        one={t('events.reminder')}
        fields={['person', 'before']}
        rows={entryRows(props.id, props.event.reminders)}
      />
    </>
  )
}

/** The customer, the contact and how they are reached. */
function With(props: PresentProps) {
  const data = useData()
  const people = createPeopleAt(() => props.item.customer)
  return (
    <Fields side>
      <PersonFields
        customer={props.event.customer}
        contact={props.event.contact}
        address={props.event.address}
        meant={props.item.customer}
        kind={props.event.kind}
        dials={props.event.kind !== 'call'}
        people={people}
        readOnly={props.readOnly}
        onCommit={(values) => data.run('setRecord', { collection: 'events', id: props.id, values: { ...values } })}
      />
      <Show when={props.event.kind === 'call' && !props.readOnly}>
        <DialAct
          number={props.event.address}
          customer={props.item.customer}
          contact={props.event.contact}
          event={props.id}
        />
      </Show>
    </Fields>
  )
}
