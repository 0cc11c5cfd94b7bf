import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import type { FunnelFigure } from '../../../../shared/funnel/index.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { FunnelQuery, ListQuery, ListRow, SortBy } from '../../../data/queries/query.ts'
import { Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { WHEN_IT_READS_OTHERWISE } from '../view/same.ts'
import { CompactOrder, useOrderColumns } from './order-columns.tsx'

/** Rows asked for before the table has said which are in view. */
const FIRST = 50

/** A live list of exactly the orders behind a figure; a row opens its order. */
export function BehindList(props: { readonly figure: FunnelFigure }) {
  const { t, format } = useWords()
  const funnel = useFunnel()
  const navigate = useNavigate()
  const columns = useOrderColumns()
  const [range, setRange] = createSignal({ from: 0, to: FIRST })
  const [sort, setSort] = createSignal<SortBy>({ field: 'date', down: true })
  const query = createMemo(
    () => {
      const asked = funnel.behind()?.query
      return asked ? behindQuery(asked, props.figure, sort(), range()) : null
    },
    null,
    WHEN_IT_READS_OTHERWISE,
  )
  const answer = createQuery(query)
  const rowAt = (index: number) => asOrder(answer()?.rows[index - (answer()?.from ?? 0)])
  const open = (id: string) => {
    const item = answer()
      ?.rows.map(asOrder)
      .find((order) => order?.id === id)
    if (item) navigate(`/orders/${item.sort ?? 'customer'}/${item.id}`)
  }
  const summary = () =>
    t('funnel.behindSum', {
      orders: t('funnel.behind', { n: answer()?.count ?? 0 }),
      sum: format.money(answer()?.totals.total ?? 0, funnel.cells.currency),
    })
  return (
    <div class="behind">
      <p class="behind-sum" role="status">
        <Show when={answer()} fallback={t('common.loading')}>
          {summary()}
        </Show>
      </p>
      <div class="behind-list" style={{ '--rows': answer()?.length ?? 1 }}>
        <Table
          label={summary()}
          count={answer()?.length ?? 0}
          rowAt={rowAt}
          onRange={(from, to) => setRange({ from, to: Math.max(to, from + FIRST) })}
          rowId={(order: OrderItem) => order.id}
          columns={columns()}
          sort={{ column: sort().field, down: sort().down }}
          onSort={({ column, down }) => setSort({ field: column, down })}
          onOpen={open}
          compact={(order: OrderItem) => <CompactOrder order={order} />}
        />
      </div>
    </div>
  )
}

function behindQuery(
  funnel: FunnelQuery,
  figure: FunnelFigure,
  sort: SortBy,
  range: { readonly from: number; readonly to: number },
): ListQuery {
  const all = { filter: [], search: '', group: [] } as const
  return { what: 'list', collection: 'orders', ...all, sort: [sort], ...range, behind: { funnel, figure } }
}

/** Rows of a list of orders that is not grouped are what orderItem made. */
function asOrder(row: ListRow | undefined): OrderItem | undefined {
  return row && !('group' in row) ? (row as unknown as OrderItem) : undefined
}
