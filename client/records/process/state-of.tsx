import { Show } from 'solid-js'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './state-of.css'

/** An order's state on its colour, numbered by its place in the kind, with the marks that belong to it. */
export function StateOf(props: { readonly item: OrderItem }) {
  const { t } = useWords()
  const name = () => {
    const { completed, completion, state, stateName } = props.item
    if (completed) return t(completion === 'cancelled' ? 'orders.completedAs.cancelled' : 'orders.completed')
    return stateName ?? t(state === null ? 'orders.noState' : 'orders.missingState')
  }
  return (
    <span class="state-of">
      <StateChip
        name={name()}
        hue={props.item.hue}
        number={props.item.completed ? undefined : (props.item.place ?? undefined)}
      />
      <Show when={props.item.forked}>
        <span class="tag warn">{t('orders.forked')}</span>
      </Show>
      <Show when={props.item.edited}>
        <span class="tag warn">{t('orders.edited')}</span>
      </Show>
      <Show when={!props.item.posted}>
        <span class="tag">{t('orders.notPosted')}</span>
      </Show>
    </span>
  )
}
