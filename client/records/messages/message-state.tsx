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

/** How a message stands, on its colour. */
export function MessageStateChip(props: { readonly state: MessageState | null }) {
  const { t } = useWords()
  const state = () => props.state ?? 'waiting'
  return <StateChip name={t(choiceLabel('messages', 'state', state()))} hue={HUES[state()]} />
}
