import { createSignal, Show } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import { EntryDialog } from './entry-dialog.tsx'

/** Which order is to enter which state, and by which move. */
interface Entry {
  readonly order: string
  readonly state: string
  /** Makes the move; where it was refused before, of the order as it was filled in since. */
  readonly move: (order?: Order) => Promise<unknown>
  /** It was given up. */
  readonly onGiveUp?: () => void
}

/** Moves orders; where a state asks for what is not filled in, that is asked for at once, and the move made again. */
export function createEntry() {
  const [asked, setAsked] = createSignal<Entry | null>(null)
  const enter = async (entry: Entry): Promise<void> => {
    try {
      await entry.move()
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'state-requires')) throw error
      setAsked(entry)
    }
  }
  const Dialog = () => (
    <Show when={asked()} keyed>
      {(entry) => <Asking entry={entry} onClose={() => setAsked(null)} />}
    </Show>
  )
  return { enter, Dialog }
}

function Asking(props: { readonly entry: Entry; readonly onClose: () => void }) {
  let isMade = false
  const enter = async (order: Order) => {
    await props.entry.move(order)
    isMade = true
  }
  const close = () => {
    if (!isMade) props.entry.onGiveUp?.()
    props.onClose()
  }
  return <EntryDialog order={props.entry.order} state={props.entry.state} onEnter={enter} onClose={close} />
}
