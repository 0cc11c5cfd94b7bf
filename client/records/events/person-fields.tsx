import { Show } from 'solid-js'
import type { EventKind } from '../../../shared/events/collections.ts'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { DialButton, WhomProvider } from '../calls/dial-button.tsx'
import { ReferenceField } from '../card/reference-field.tsx'
import { fieldTitle } from '../words/labels.ts'
import type { createPeopleAt } from './people-at.ts'

/** Whom an event is with. */
export interface Person {
  readonly customer: string | null
  readonly contact: string | null
  readonly address: string | null
}

/** What the fields of an event's person are given. */
export interface PersonFieldsProps extends Person {
  /** The customer that is meant, which may be another one that the written one was merged into. */
  readonly meant: string | null
  readonly kind: EventKind | null
  readonly people: ReturnType<typeof createPeopleAt>
  /** Its number can be dialled where it stands. */
  readonly dials?: boolean
  /** It is known by no number or address. */
  readonly isBare?: boolean
  readonly readOnly?: boolean | undefined
  readonly onCommit: (values: Partial<Person>) => unknown
}

/** The customer, a contact among its own, and the number or address: those of the contact are offered, any other may stand there. */
export function PersonFields(props: PersonFieldsProps) {
  const { t } = useWords()
  const label = (name: keyof Person) => fieldTitle(t, 'events', name)
  // Nobody of another customer is meant.
  const setCustomer = (customer: string | null) => props.onCommit({ customer, contact: null })
  const setContact = (contact: string | null) => {
    const [first] = props.people.ways(contact, props.kind)
    return props.onCommit({ contact, ...(props.address === null && first && { address: first.value }) })
  }
  return (
    <>
      <ReferenceField
        creatable
        to="customers"
        label={label('customer')}
        value={props.meant}
        readOnly={props.readOnly}
        onCommit={setCustomer}
      />
      <Show when={props.people.options().length > 0 || props.contact !== null}>
        <Combobox
          label={label('contact')}
          value={props.contact}
          options={props.people.options()}
          readOnly={props.readOnly}
          onCommit={setContact}
        />
      </Show>
      <Show when={!props.isBare}>
        <Combobox
          free
          label={t(`events.numberOf.${props.kind ?? 'otherEvent'}`)}
          value={props.address}
          text={props.address ?? ''}
          options={props.people.ways(props.contact, props.kind)}
          placeholder={t('common.notFilled')}
          readOnly={props.readOnly}
          onCommit={(address) => props.onCommit({ address })}
          end={<Dial {...props} />}
        />
      </Show>
    </>
  )
}

/** «Набрать номер» beside the number, of whom the event is with. */
function Dial(props: PersonFieldsProps) {
  const number = () => (props.dials && (props.kind === 'call' || props.kind === 'sms') ? props.address : null)
  return (
    <WhomProvider value={() => ({ customer: props.meant, contact: props.contact })}>
      <Show when={number()}>{(one) => <DialButton number={one()} />}</Show>
    </WhomProvider>
  )
}
