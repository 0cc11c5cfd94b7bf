import { Show } from 'solid-js'
import type { MessageState } from '../../../shared/messages/collections.ts'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'

const HUES: { readonly [S in MessageState]: number | null } = {
  waiting: 75,
  sent: 155,
  failed: 25,
  cancelled: null,
  doubtful: 48,
}

interface MessageStateChipProps {
  readonly state: MessageState | null
  /** Whom it did not reach after it went. */
  readonly undelivered?: string | null
}

/** How a message stands, on its colour. */
export function MessageStateChip(props: MessageStateChipProps) {
  const { t } = useWords()
  const state = () => props.state ?? 'waiting'
  return (
    <Show
      when={props.undelivered}
      fallback={<StateChip name={t(choiceLabel('messages', 'state', state()))} hue={HUES[state()]} />}
    >
      <StateChip name={t('mail.undelivered.is')} hue={HUES.failed} />
    </Show>
  )
}
