import { Show } from 'solid-js'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { COMPLETED_HUE } from './process.ts'
import './state-of.css'

type Standing = Pick<OrderItem, 'completed' | 'completion' | 'state' | 'stateName' | 'hue' | 'place'>

/** An order's state on its colour, numbered by its place in the kind, with the marks that belong to it. */
export function StateOf(props: { readonly item: OrderItem }) {
  const { t } = useWords()
  return (
    <span class="state-of">
      <StateNow item={props.item} />
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

/** The same without its marks. */
export function StateNow(props: { readonly item: Standing }) {
  const { t } = useWords()
  const isCancelled = () => props.item.completion === 'cancelled'
  const name = () => {
    const { completed, state, stateName } = props.item
    if (completed) return t(isCancelled() ? 'orders.completedAs.cancelled' : 'orders.completed')
    return stateName ?? t(state === null ? 'orders.noState' : 'orders.missingState')
  }
  const completedHue = () => (isCancelled() ? null : COMPLETED_HUE)
  return (
    <StateChip
      name={name()}
      hue={props.item.completed ? completedHue() : props.item.hue}
      number={props.item.completed ? undefined : (props.item.place ?? undefined)}
    />
  )
}
