import { createSignal, For, type JSX, Show } from 'solid-js'
import type { PhoneList as Answer, PhoneView } from '../../../shared/calls/phones.ts'
import { api } from '../../data/page/api.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import type { ServerAnswer } from '../server-answer.ts'
import { LineForm } from './lines/line-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import { PhoneRow } from './phone-row.tsx'
import './phones.css'

interface PhoneListProps {
  readonly answer: ServerAnswer<Answer>
  /** Which of them. */
  readonly isListed: (phone: PhoneView) => boolean
  /** Whose it is, where that is to be said. */
  readonly personOf?: (phone: PhoneView) => string
  /** What is said where there are none. */
  readonly none: string
  /** The act that makes one more. */
  readonly children?: JSX.Element
}

/** Phones or lines as the server has them; each is changed while it answers. */
export function PhoneList(props: PhoneListProps) {
  const [changed, setChanged] = createSignal<PhoneView | null>(null)
  const [removed, setRemoved] = createSignal<PhoneView | null>(null)
  const isAtHand = () => props.answer.value() !== undefined && !props.answer.error()
  return (
    <div class="phones">
      <Show when={props.answer.value()} fallback={<Skeleton lines={2} />}>
        {(found) => (
          <ul>
            <For each={found().phones.filter(props.isListed)} fallback={<li class="dim">{props.none}</li>}>
              {(phone) => (
                <PhoneRow
                  phone={phone}
                  person={props.personOf?.(phone)}
                  isAtHand={isAtHand()}
                  onChange={() => setChanged(phone)}
                  onRemove={() => setRemoved(phone)}
                />
              )}
            </For>
          </ul>
        )}
      </Show>
      {props.children}
      <Show when={changed()} keyed>
        {(phone) => <Changing phone={phone} answer={props.answer} onClose={() => setChanged(null)} />}
      </Show>
      <Show when={removed()} keyed>
        {(phone) => <Removing phone={phone} onRemoved={props.answer.refetch} onClose={() => setRemoved(null)} />}
      </Show>
    </div>
  )
}

interface ChangingProps {
  readonly phone: PhoneView
  readonly answer: ServerAnswer<Answer>
  readonly onClose: () => void
}

function Changing(props: ChangingProps) {
  const onKept = () => {
    props.onClose()
    props.answer.refetch()
  }
  // What the server says meanwhile of when it was heard of is none of the form.
  const phone = { ...props.phone }
  return (
    <Dialog open size={phone.settings ? 'wide' : 'normal'} title={phone.name} onClose={props.onClose}>
      <Show when={phone.settings} fallback={<PhoneForm phone={phone} onKept={onKept} />}>
        <LineForm id={phone.id} line={phone} address={props.answer.value()?.address ?? ''} onKept={onKept} />
      </Show>
    </Dialog>
  )
}

interface RemovingProps {
  readonly phone: PhoneView
  readonly onRemoved: () => void
  readonly onClose: () => void
}

function Removing(props: RemovingProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const { id, name, owner } = props.phone
  const what = owner === null ? 'Line' : 'Phone'
  const remove = async () => {
    await api<Answer>('DELETE', `/api/phones/${id}`)
    toasts.show({ text: t('phones.removed') })
    props.onRemoved()
  }
  return (
    <ConfirmDialog
      open
      destroys
      title={t(`phones.remove${what}Title`)}
      act={t('phones.remove')}
      onConfirm={remove}
      onClose={props.onClose}
    >
      <p>{t(`phones.remove${what}Text`, { name })}</p>
    </ConfirmDialog>
  )
}
