import { WRITTEN_BY } from '../../../../shared/messages/letter-sender.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { fieldLabel } from '../../words/labels.ts'
import type { createMessage } from './create-message.ts'

/** By whose account of mail a letter goes: what is chosen is remembered. */
export function SenderField(props: { readonly message: ReturnType<typeof createMessage> }) {
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
