import { Show } from 'solid-js'
import { WRITTEN_BY } from '../../../../../shared/messages/letter-sender.ts'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { createMessage } from '../create-message.ts'

interface SenderFieldProps {
  readonly message: ReturnType<typeof createMessage>
}

/** By which account of mail a letter goes; where there are none: in whose name, which is remembered. */
export function SenderField(props: SenderFieldProps) {
  const { t } = useWords()
  const options = () =>
    props.message
      .accounts()
      .map(({ id, name, address }) => ({ value: id, label: name || address || '', hint: address ?? '' }))
  return (
    <Show when={options().length > 0} fallback={<NameField message={props.message} />}>
      <Select
        label={t(fieldLabel('messages', 'from'))}
        value={props.message.account()?.id ?? null}
        options={options()}
        onCommit={(account) => props.message.put({ account })}
      />
    </Show>
  )
}

function NameField(props: SenderFieldProps) {
  const { t } = useWords()
  return (
    <Segmented
      label={t(fieldLabel('messages', 'from'))}
      value={props.message.sender()}
      options={WRITTEN_BY.map((value) => ({ value, label: t(`messages.write.from.${value}`) }))}
      onCommit={(sender) => props.message.setSender(sender)}
    />
  )
}
