import type { Mailing, MailingRecipient } from '../../../../shared/mailings/collections.ts'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'

type State = NonNullable<Mailing['state']>
type ReaderState = NonNullable<MailingRecipient['state']>

const HUES: { readonly [S in State]: number | null } = {
  prepared: null,
  running: 240,
  paused: 75,
  finished: 155,
  stopped: 25,
}

const READERS: { readonly [S in ReaderState]: number | null } = {
  waiting: 75,
  sent: 155,
  softBounced: 48,
  hardBounced: 25,
  failed: 25,
  leftOut: null,
  doubtful: 48,
}

/** How a mailing stands, on its colour. */
export function MailingStateChip(props: { readonly state: string | null }) {
  const { t } = useWords()
  const state = () => (props.state && Object.hasOwn(HUES, props.state) ? (props.state as State) : 'prepared')
  return <StateChip name={t(`records.choices.${state()}`)} hue={HUES[state()]} />
}

/** How a reader of a mailing stands. */
export function ReaderStateChip(props: { readonly state: string | null }) {
  const { t } = useWords()
  const state = () => (props.state && Object.hasOwn(READERS, props.state) ? (props.state as ReaderState) : 'waiting')
  return <StateChip name={t(`records.choices.${state()}`)} hue={READERS[state()]} />
}
