import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { withoutOff } from '../../../../shared/features/records.ts'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { SORTS } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import type { SortBy } from '../../../data/queries/query.ts'
import { StateNow } from '../../../records/process/state-of.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCounted, listOf } from '../asking.ts'
import { Panel } from './panel.tsx'
import { type HomeRow, Rows } from './rows.tsx'

export interface OrdersPanelProps {
  readonly title: string
  readonly nothing: string
  readonly filter: Filter
  readonly sort: SortBy
  /** What stands at the end of an order's row. */
  readonly end: (order: OrderItem) => string
  readonly isLate?: boolean
}

const OF_WORK = { field: 'sort', is: 'in', values: ['work'] } as const

/** A few orders of some kind of concern, and the way to all of them. */
export function OrdersPanel(props: OrdersPanelProps) {
  const { t } = useWords()
  const filter = (): Filter => [...props.filter, ...withoutOff('orders')]
  const answer = createCounted(() => ({ collection: 'orders', filter: filter(), sort: [props.sort], rows: 5 }))
  const orders = () => answer()?.rows as readonly OrderItem[] | undefined
  const work = createCounted(() => ({ collection: 'orders', filter: [...filter(), OF_WORK] }))
  /** The sorts that there are any of: each has a list of its own. */
  const sorts = createMemo(() => {
    const ofWork = work()?.count ?? 0
    const counts = { customer: (answer()?.count ?? 0) - ofWork, work: ofWork }
    return SORTS.map((sort) => ({ sort, count: counts[sort] })).filter(({ count }) => count > 0)
  })
  const rows = createMemo(() => orders()?.map((order) => rowOf(order, props)))
  return (
    <Panel
      title={props.title}
      to={sorts().length > 1 ? undefined : listOf(`/orders/${sorts()[0]?.sort ?? 'customer'}`, props.filter)}
      aside={
        <Show when={sorts().length > 1} fallback={<span class="home-count">{answer()?.count}</span>}>
          <For each={sorts()}>
            {({ sort, count }) => (
              <A class="home-count" href={listOf(`/orders/${sort}`, props.filter)}>
                {t(`shell.short.${sort === 'work' ? 'workOrders' : 'customerOrders'}`)} {count}
              </A>
            )}
          </For>
        </Show>
      }
    >
      <Rows rows={rows()} nothing={props.nothing} />
    </Panel>
  )

  function rowOf(order: OrderItem, { end, isLate }: OrdersPanelProps): HomeRow {
    return {
      id: order.id,
      to: `/orders/${order.sort ?? 'customer'}/${order.id}`,
      main: (
        <>
          {order.number} <span class="dim">{order.customerName ?? t('home.noCustomer')}</span>
        </>
      ),
      second: <StateNow item={order} />,
      end: end(order),
      isLate: isLate ?? false,
    }
  }
}
