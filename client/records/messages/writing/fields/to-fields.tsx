import { createSignal, Show } from 'solid-js'
import { readMailboxes } from '../../../../../shared/letters/mailbox.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { Combobox } from '../../../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { createMessage } from '../create-message.ts'
import { createOfferedReaders } from './offered-readers.ts'
import { ReadersField } from './readers-field.tsx'

interface ToFieldsProps {
  readonly message: ReturnType<typeof createMessage>
  /** Who is answered stands there already: no contact is asked for. */
  readonly isAnswer: boolean
}

/** The contact and the addresses or the number: the customer's own are offered, any other may stand there. */
export function ToFields(props: ToFieldsProps) {
  const { t } = useWords()
  const { message } = props
  return (
    <>
      <div class="write-pair">
        <Show when={!props.isAnswer && message.people.options().length > 0}>
          <Combobox
            label={t(fieldLabel('messages', 'contact'))}
            value={message.contact()}
            options={message.people.options()}
            onCommit={(contact) => void message.setContact(contact)}
          />
        </Show>
        <Show when={message.typed().way === 'sms'} fallback={<LetterTo {...props} />}>
          <Combobox
            free
            required
            label={t(fieldLabel('messages', 'to'))}
            value={message.to()}
            text={message.to() ?? ''}
            options={message.ways()}
            placeholder={t('messages.write.to.sms')}
            onCommit={(to) => message.put({ to })}
          />
        </Show>
      </div>
      <Show when={message.typed().way === 'letter'}>
        <Copies message={message} />
      </Show>
    </>
  )
}

function LetterTo(props: ToFieldsProps) {
  const { t } = useWords()
  const { message } = props
  const offers = createOfferedReaders(message.ways)
  return (
    <ReadersField
      required
      autofocus={!props.isAnswer && message.to() === null}
      label={t(fieldLabel('messages', 'to'))}
      readers={readMailboxes(message.to() ?? '').map(({ address }) => address)}
      offered={offers.offered()}
      onType={offers.type}
      onChange={(readers) => message.put({ to: readers.join(', ') || null })}
    />
  )
}

/** Readers of copies, hidden ones too: behind a button, since few letters have any. */
function Copies(props: Pick<ToFieldsProps, 'message'>) {
  const { t } = useWords()
  const { message } = props
  const [isOpen, setOpen] = createSignal(false)
  const offers = createOfferedReaders(message.ways)
  const isShown = () => isOpen() || (message.typed().cc?.length ?? 0) + (message.typed().bcc?.length ?? 0) > 0
  const copies = (field: 'cc' | 'bcc') => (
    <ReadersField
      label={t(fieldLabel('messages', field))}
      readers={message.typed()[field] ?? []}
      offered={offers.offered()}
      onType={offers.type}
      onChange={(readers) => message.put({ [field]: readers })}
    />
  )
  return (
    <Show
      when={isShown()}
      fallback={
        <div>
          <Button size="small" look="ghost" onClick={() => setOpen(true)}>
            {t('messages.write.copies')}
          </Button>
        </div>
      }
    >
      <div class="write-pair">
        {copies('cc')}
        {copies('bcc')}
      </div>
    </Show>
  )
}
