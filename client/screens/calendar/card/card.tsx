import { Show } from 'solid-js'
import { calendarRecords } from '../../../../shared/calendar/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { CatalogCard } from '../../../records/card/catalog-card.tsx'
import { Entries, entryRows } from '../../../records/card/entries.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { createWriting } from '../../../records/card/writing.ts'
import { createCurrency } from '../../../records/company.ts'
import { createPeopleAt } from '../../../records/events/people-at.ts'
import { PersonFields } from '../../../records/events/person-fields.tsx'
import { BasisLink } from '../../../records/related/basis-link.tsx'
import { createRelated } from '../../../records/related/documents.ts'
import { Related } from '../../../records/related/related.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Exceptions } from './exceptions.tsx'
import { Invitation } from './invitation.tsx'
import { RecordActs } from './menu.tsx'
import type { PartProps } from './part.ts'
import { Repeat } from './repeat/repeat.tsx'
import { WhenFields } from './when-fields.tsx'

export interface RecordCardProps {
  readonly id: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** The card of a record of the calendar. */
export function RecordCard(props: RecordCardProps) {
  const answer = createRecord(calendarRecords, () => props.id)
  const record = () => answer()?.row ?? null
  const isFixed = () => props.readOnly || record()?.gone === true || record()?.newer === true
  const related = createRelated(() => ({ collection: 'calendarRecords', id: props.id }))
  return (
    <CatalogCard
      collection="calendarRecords"
      id={props.id}
      form={['subject']}
      begins={undefined}
      readOnly={props.readOnly}
      onClose={props.onClose}
      acts={() => <Show when={record()}>{(found) => <RecordActs record={found()} mayMake={!isFixed()} />}</Show>}
      above={() => <BasisLink documents={related} />}
      discussed
      below={() => (
        <>
          <Show when={record()}>
            {(found) => <Parts record={found()} readOnly={isFixed()} apart={answer()?.apart ?? []} />}
          </Show>
          <Related documents={related} />
        </>
      )}
    />
  )
}

const MORE = ['free', 'text', 'tags']

function Parts(props: PartProps & Pick<Parameters<typeof RecordForm>[0], 'apart'>) {
  const { t } = useWords()
  const currency = createCurrency()
  const at = () => ({ collection: 'calendarRecords', id: props.record.id }) as const
  const form = () => ({
    ...at(),
    values: props.record,
    currency: currency(),
    readOnly: props.readOnly,
    apart: props.apart,
    onCommit: createWriting({ ...at(), begins: undefined }),
  })
  return (
    <>
      <Invitation {...props} />
      <WhenFields {...props} />
      <Repeat {...props} />
      <RecordForm {...form()} fields={['where', 'responsible']} />
      <With {...props} />
      <RecordForm {...form()} fields={MORE} />
      <Entries
        {...form()}
        list="participants"
        title={t('events.participants')}
        one={t('events.participant')}
        fields={['person', 'name', 'email', 'answer']}
        rows={entryRows(props.record.id, props.record.participants)}
      />
      <Entries
        {...form()}
        list="reminders"
        title={t('events.reminders')}
        one={t('events.reminder')}
        fields={['person', 'before']}
        fresh={{ before: 15 }}
        rows={entryRows(props.record.id, props.record.reminders)}
      />
      <Exceptions {...props} />
    </>
  )
}

/** The customer and the contact. */
function With(props: PartProps) {
  const data = useData()
  const people = createPeopleAt(() => props.record.customer)
  const commit = ({ address: _, ...values }: { readonly address?: string | null }) =>
    data.run('setRecord', { collection: 'calendarRecords', id: props.record.id, values: { ...values } })
  return (
    <Fields side>
      <PersonFields
        customer={props.record.customer}
        contact={props.record.contact}
        isBare
        address={null}
        meant={props.record.customer}
        kind={null}
        people={people}
        readOnly={props.readOnly}
        onCommit={commit}
      />
    </Fields>
  )
}
