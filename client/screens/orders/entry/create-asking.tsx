import { createSignal, Show } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import { NOT_FOR_MANY } from '../../../../shared/orders/asked.ts'
import { states } from '../../../../shared/orders/collections.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { AskedFields, type Fill } from './asked-fields.tsx'

/** An order that is not made yet. */
interface Unmade {
  /** Its first state, by id, and what that asks for and it would lack. */
  readonly state: string
  readonly lacking: readonly string[]
  readonly make: (fill: Fill) => Promise<unknown>
}

/** Makes orders; where their first state asks for fields that they would lack, these are asked for, and they are made with them. */
export function createAsking() {
  const [unmade, setUnmade] = createSignal<Unmade | null>(null)
  const make = async (state: string, act: Unmade['make']): Promise<void> => {
    try {
      await act({})
    } catch (error) {
      const lacking = lackingIn(error)
      if (lacking.length === 0 || lacking.some((name) => NOT_FOR_MANY.includes(name))) throw error
      setUnmade({ state, lacking, make: act })
    }
  }
  const Ask = () => (
    <Show when={unmade()} keyed>
      {(order) => <Asking {...order} onClose={() => setUnmade(null)} />}
    </Show>
  )
  return { make, Dialog: Ask }
}

/** Names of what a refusal says is lacking; none where it is about something else. */
function lackingIn(error: unknown): readonly string[] {
  return error instanceof Failure && error.code === 'state-requires' ? String(error.params.fields).split(', ') : []
}

function Asking(props: Unmade & { readonly onClose: () => void }) {
  const { t } = useWords()
  const all = createEvery(states)
  const [fill, setFill] = createSignal<Fill>({})
  const name = () => all().find(({ id }) => id === props.state)?.name ?? ''
  const make = async () => {
    await props.make(fill())
    props.onClose()
  }
  return (
    <Dialog open title={t('orders.entry.many', { state: name() })} onClose={props.onClose}>
      <SentForm submit={t('common.create')} onSubmit={make}>
        <p class="dim">{t('orders.entry.newText')}</p>
        <AskedFields names={props.lacking} onChange={setFill} />
      </SentForm>
    </Dialog>
  )
}
