import { For, Show } from 'solid-js'
import type { Order } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/completed.ts'
import { standingOf } from '../../../../shared/orders/moves.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createKinds, stateName } from '../../../records/process.ts'
import { useActs } from '../../../records/use-acts.ts'
import { createNames } from '../../../records/who.ts'
import { Banner } from '../../../ui/layout/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the marks of a card are given. */
export interface MarksProps {
  readonly order: Order
  readonly item: OrderItem | null
}

/** What one must know before editing: moved apart, edited after completion, removed, something missing. */
export function Marks(props: MarksProps) {
  const { t } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'orders', id: props.order.id })
  return (
    <>
      <Show when={props.order.gone}>
        <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
          {t('orders.removed')}
        </Banner>
      </Show>
      <Show when={props.order.newer}>
        <Banner look="warn">{t('orders.newer')}</Banner>
      </Show>
      <Show when={props.item?.forked}>
        <Fork order={props.order} />
      </Show>
      <Show when={props.item?.edited}>
        <Banner look="warn">{t('orders.edited')}</Banner>
      </Show>
      <Show when={!props.order.posted && !props.order.gone}>
        <Banner>{t('orders.notPosted')}</Banner>
      </Show>
      <For each={props.item?.missing ?? []}>
        {(what) => (
          <Banner look="warn">{t('orders.missing.title', { what: t(`orders.missing.${what as 'kind'}`) })}</Banner>
        )}
      </For>
    </>
  )
}

/** Two people moved the order apart from each other: resolving follows both, and keeps the state that stands now. */
function Fork(props: { readonly order: Order }) {
  const { t } = useWords()
  const acts = useActs()
  const kinds = createKinds()
  const names = createNames()
  const heads = () => standingOf(props.order).heads
  const told = () =>
    heads()
      .map(
        (head) =>
          `${names().person(head.author) || (head.device ?? '')}: «${stateName(kinds(), head.kind, head.state) ?? t('orders.missingState')}»`,
      )
      .join(', ')
  const solve = () => {
    const { kind, state, move } = standingOf(props.order)
    const { completion, reason, comment } = move ?? { completion: null, reason: null, comment: null }
    const how = state === COMPLETED ? { ...(completion && { completion }), ...(reason && { reason }) } : {}
    void acts.run('moveOrder', {
      id: props.order.id,
      state: state ?? '',
      ...(kind && { kind }),
      ...how,
      ...(comment && { comment }),
    })
  }
  return (
    <Banner look="warn" action={{ label: t('orders.forkSolve'), run: solve }}>
      <strong>{t('orders.forked')}.</strong> {t('orders.forkText', { states: told() })}
    </Banner>
  )
}
