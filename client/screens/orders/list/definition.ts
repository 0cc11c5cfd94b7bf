import { createMemo } from 'solid-js'
import { ME } from '../../../../shared/filters/filter.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createCurrency } from '../../../records/company.ts'
import type { ListDefinition, NamedScope } from '../../../records/list/definition.ts'
import { createKinds } from '../../../records/process.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { FIRST_COLUMNS, orderColumns } from './columns.tsx'

const OPEN = { field: 'completed', is: 'equal', values: [false] } as const
const MINE = { field: 'responsible', is: 'in', values: [ME] } as const

/** The sets of orders that are offered side by side; the first is the list's own. */
const SCOPES = { open: [OPEN], mine: [OPEN, MINE], all: [] } as const

/** The list of the orders of one sort. */
export function createOrderList(sort: Sort): ListDefinition<OrderItem> {
  const { t } = useWords()
  const currency = createCurrency()
  const kinds = createKinds(() => sort)
  const states = createMemo(() => new Set(kinds().flatMap((kind) => kind.states.map((state) => state.id))))
  const scopes = (['open', 'mine', 'all'] as const).map(
    (id): NamedScope => ({
      id,
      filter: SCOPES[id],
      get label() {
        return t(`orders.filters.${id}`)
      },
    }),
  )
  return {
    id: `orders/${sort}`,
    collection: 'orders',
    always: [{ field: 'sort', is: 'in', values: [sort] }],
    scopes,
    quick: ['kind', 'state', 'responsible', 'date'],
    columns: createMemo(() => orderColumns(currency)),
    first: {
      filter: SCOPES.open,
      search: '',
      sort: [{ field: 'date', down: true }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
    offers(field, record) {
      if (field === 'kind') return record.sort === sort
      return field !== 'state' || states().has(String(record.id))
    },
  }
}
