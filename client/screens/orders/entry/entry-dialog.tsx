import { createMemo, For, Show } from 'solid-js'
import { NOT_FOR_MANY } from '../../../../shared/orders/asked.ts'
import { type Order, orders, states } from '../../../../shared/orders/collections.ts'
import { askedBy, lackingFor } from '../../../../shared/orders/moves/entry.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { createEvery, createRecord, useData } from '../../../data/page/solid.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Lines } from '../card/lines/lines.tsx'
import { recordedEditor } from '../editor/recorded.ts'
import { AskedField } from './asked-field.tsx'

/** What is asked when an order may not enter a state yet. */
export interface EntryDialogProps {
  /** The order and the state, by id. */
  readonly order: string
  readonly state: string
  /** Tries the move again, of the order as it stands now. */
  readonly onEnter: (order: Order) => Promise<unknown>
  readonly onClose: () => void
}

/** Fills in, there and then, what a state asks of an order; each field is saved when it is left, as in the card. */
export function EntryDialog(props: EntryDialogProps) {
  const { t } = useWords()
  const data = useData()
  const all = createEvery(states)
  const record = createRecord(orders, () => props.order)
  const row = () => record()?.row ?? null
  const state = () => all().find(({ id }) => id === props.state)
  const asksLines = () => askedBy(state() ?? { requires: [] }).some((name) => NOT_FOR_MANY.includes(name))
  const enter = async () => {
    const order = row()
    if (!order) return
    await props.onEnter(order)
    props.onClose()
  }
  return (
    <Dialog
      open
      size={asksLines() ? 'wide' : undefined}
      title={t('orders.entry.title', { state: state()?.name ?? '' })}
      onClose={props.onClose}
    >
      <SentForm submit={t('orders.entry.submit')} onSubmit={enter}>
        <p class="dim">{t('orders.entry.text')}</p>
        <Show when={state() && row()}>
          {(order) => (
            <Asked lacking={lackingFor(state() ?? { requires: [] }, order())} order={order()} editor={editorOf()} />
          )}
        </Show>
      </SentForm>
    </Dialog>
  )

  function editorOf() {
    return recordedEditor(data, props.order, record)
  }
}

interface AskedProps {
  /** What is lacking now. */
  readonly lacking: readonly string[]
  readonly order: Order
  readonly editor: ReturnType<typeof recordedEditor>
}

/** All that has been lacking since it was asked: what is filled in stays in sight, and a state that is heard of late is heard. */
function Asked(props: AskedProps) {
  const asked = createMemo<readonly string[]>((before) => [...new Set([...before, ...props.lacking])], [])
  const fields = () => asked().filter((name) => !NOT_FOR_MANY.includes(name))
  return (
    <>
      <Fields side>
        <For each={fields()}>
          {(name) => (
            <AskedField
              name={name}
              value={((props.order as { readonly [field: string]: unknown })[name] ?? null) as Json}
              onCommit={(value) => props.editor.set({ [name]: value })}
            />
          )}
        </For>
      </Fields>
      <Show when={fields().length < asked().length}>
        <Lines
          editor={props.editor}
          lines={props.order.lines}
          currency={props.order.currency ?? ''}
          readOnly={false}
          apart={[]}
        />
      </Show>
    </>
  )
}
