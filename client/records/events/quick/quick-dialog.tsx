import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { formatBasis } from '../../../../shared/basis/basis.ts'
import { takenOf } from '../../../../shared/basis/taken.ts'
import { COLLECTIONS } from '../../../../shared/collections.ts'
import { contactOf } from '../../../../shared/customers/contact-of.ts'
import { EVENT_KINDS, type EventKind } from '../../../../shared/events/collections.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { TextArea } from '../../../ui/inputs/typed/text-area.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { nameOf } from '../../address.ts'
import { useNow } from '../../now.tsx'
import { choiceLabel, fieldTitle } from '../../words/labels.ts'
import { createPeopleAt } from '../people-at.ts'
import { type Person, PersonFields } from '../person-fields.tsx'
import type { QuickStart } from './start.ts'
import './quick.css'

/** What the dialog of a quick event is given. */
interface QuickDialogProps extends QuickStart {
  readonly onClose: () => void
}

/** What is typed in; whom it is with only where that was changed. */
interface Typed extends Partial<Person> {
  readonly kind: EventKind
  readonly subject: string | null
  readonly text: string | null
  readonly start: number
}

/** A small form for what has just happened, or is to happen: saved on this device at once, the screen under it stays. */
export function QuickDialog(props: QuickDialogProps) {
  const { t } = useWords()
  const event = createQuickEvent(props)
  const label = (name: 'kind' | 'subject' | 'text') => fieldTitle(t, 'events', name)
  const subject = () => event.typed().subject?.trim() ?? ''
  const checked = createChecked({
    subject: () => (subject() === '' ? t('common.fields.required', { label: label('subject') }) : undefined),
  })
  /** From its text, where Enter begins a line. */
  const sendByKeys = (part: HTMLElement) =>
    part.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) part.closest('form')?.requestSubmit()
    })
  let first: HTMLDivElement | undefined
  return (
    <Dialog
      open
      title={t('events.quick.title')}
      onClose={props.onClose}
      initialFocus={() => first?.querySelector('input') ?? null}
    >
      <SentForm
        submit={t('common.save')}
        checked={checked}
        onSubmit={async () => {
          await event.save()
          props.onClose()
        }}
      >
        <div class="quick-event" ref={sendByKeys}>
          <Segmented
            bare
            label={label('kind')}
            value={event.typed().kind}
            options={offeredAt('eventKinds', EVENT_KINDS).map((kind) => ({
              value: kind,
              label: t(choiceLabel('events', 'kind', kind)),
            }))}
            onCommit={(kind) => event.put({ kind })}
          />
          <div ref={first}>
            <TextField
              required
              label={label('subject')}
              value={event.typed().subject}
              maxLength={200}
              error={checked.errorOf('subject')}
              onCommit={(subject) => event.put({ subject })}
            />
          </div>
          <PersonFields
            dials
            {...event.person()}
            people={event.people}
            meant={event.person().customer}
            kind={event.typed().kind}
            onCommit={event.put}
          />
          <MomentField
            required
            label={t('events.quick.when')}
            value={event.typed().start}
            hint={t(event.isAhead() ? 'events.quick.willBe' : 'events.quick.hasBeen')}
            onCommit={(start) => start !== null && event.put({ start })}
          />
          <TextArea label={label('text')} value={event.typed().text} onCommit={(text) => event.put({ text })} />
          <Show when={event.document()}>
            {(name) => (
              <p class="dim">
                {t('events.quick.about', { name: name() })}{' '}
                <LinkButton onClick={event.unlink}>{t('events.quick.loose')}</LinkButton>
              </p>
            )}
          </Show>
        </div>
      </SentForm>
    </Dialog>
  )
}

/** What is typed, over what the record has that the event is made from. */
function createQuickEvent(props: QuickDialogProps) {
  const { t } = useWords()
  const data = useData()
  const toasts = useToasts()
  const navigate = useNavigate()
  const now = useNow()
  const from = createFrom(props)
  const [typed, setTyped] = createSignal<Typed>({ kind: props.kind, subject: null, text: null, start: now() })
  const meant = () => (typed().customer === undefined ? from.customer() : (typed().customer ?? null))
  const people = createPeopleAt(meant)
  const person = (): Person => {
    const contact = meant() === from.customer() ? (contactOf(people.contacts(), from.contact())?.id ?? null) : null
    return { contact, address: null, ...typed(), customer: meant() }
  }
  const isAhead = () => typed().start > now()
  const save = async () => {
    const id = await data.newId('events')
    const own = { basis: from.basis(), state: isAhead() ? 'planned' : 'done', responsible: data.account.person }
    await data.run('createRecord', { collection: 'events', id, values: { ...typed(), ...person(), ...own } })
    toasts.show({
      text: t('events.quick.made'),
      action: { label: t('common.open'), run: () => navigate(`/events/${id}`) },
    })
  }
  const put = (values: Partial<Typed>) => void setTyped((before) => ({ ...before, ...values }))
  return { typed, put, person, people, isAhead, save, document: from.name, unlink: from.unlink }
}

/** What the event takes over of the record that it is made from; nothing once it is let go. */
function createFrom(props: QuickDialogProps) {
  const [isLoose, setLoose] = createSignal(false)
  const record = createRecord<Collection>(
    COLLECTIONS[props.basis?.collection ?? 'customers'],
    () => props.basis?.id ?? null,
  )
  const taken = () => {
    const row = record()?.row
    // The row is of the collection that it was asked of.
    return props.basis && row ? takenOf(props.basis.collection, row as never) : undefined
  }
  const isDocument = () => props.basis !== undefined && props.basis.collection !== 'customers' && !isLoose()
  return {
    customer: () => record()?.item?.customer?.toString() ?? taken()?.customer ?? null,
    contact: () => taken()?.contact ?? null,
    basis: () => (props.basis && isDocument() ? formatBasis(props.basis) : null),
    name: () => {
      const item = record()?.item
      return isDocument() && item ? nameOf(item) : undefined
    },
    unlink: () => void setLoose(true),
  }
}
