import { Show } from 'solid-js'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { fieldLabel } from '../../words/labels.ts'
import type { createMessage } from './create-message.ts'

/** The contact and the address or number: the customer's own are offered, any other may stand there. */
export function ToFields(props: { readonly message: ReturnType<typeof createMessage> }) {
  const { t } = useWords()
  const { message } = props
  return (
    <div class="write-pair">
      <Show when={message.people.options().length > 0}>
        <Combobox
          label={t(fieldLabel('messages', 'contact'))}
          value={message.contact()}
          options={message.people.options()}
          onCommit={(contact) => void message.setContact(contact)}
        />
      </Show>
      <Combobox
        free
        required
        label={t(fieldLabel('messages', 'to'))}
        value={message.to()}
        text={message.to() ?? ''}
        options={message.ways()}
        placeholder={t(`messages.write.to.${message.typed().way}`)}
        onCommit={(to) => message.put({ to })}
      />
    </div>
  )
}
