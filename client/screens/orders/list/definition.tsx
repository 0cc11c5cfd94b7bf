import ArrowRightLeft from 'lucide-solid/icons/arrow-right-left'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Network from 'lucide-solid/icons/network'
import UserRound from 'lucide-solid/icons/user-round'
import { createMemo } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { hasField } from '../../../../shared/features/places.ts'
import { ME } from '../../../../shared/filters/filter.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createCurrency } from '../../../records/company.ts'
import type { BulkAct } from '../../../records/list/bulk/act.ts'
import { createCommonActs } from '../../../records/list/bulk/common-acts.tsx'
import type { ListDefinition, NamedScope } from '../../../records/list/definition.ts'
import { createAddedColumns } from '../../../records/list/table/added-columns.tsx'
import { createKinds } from '../../../records/process/process.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { FIRST_COLUMNS, orderColumns } from './columns.tsx'
import { MoveEditor } from './move-editor.tsx'

const OPEN = { field: 'completed', is: 'equal', values: [false] } as const
const MINE = { field: 'responsible', is: 'in', values: [ME] } as const

/** The sets of orders that are offered side by side; the first is the list's own. */
const SCOPES = { open: [OPEN], mine: [OPEN, MINE], all: [] } as const

/** The list of the orders of one sort. */
export function createOrderList(sort: Sort): ListDefinition<OrderItem> {
  const { t } = useWords()
  const currency = createCurrency()
  // What a company added comes a moment later: the others stay themselves, so nobody loses the focus on a head.
  const own = createMemo(() => orderColumns(currency))
  const added = createAddedColumns<OrderItem>('orders')
  const kinds = createKinds(() => sort)
  /** The states in the order in which orders go through them; one of several kinds where the first of these has it. */
  const states = createMemo(() => [...new Set(kinds().flatMap((kind) => kind.states.map((state) => state.id)))])
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
    quick: ['kind', 'state', 'responsible', 'date', 'tooLong', ...(sort === 'customer' ? ['paying', 'shipping'] : [])],
    columns: createMemo(() => [...own().filter(({ id }) => hasField('orders', id)), ...added()]),
    acts: createOrderActs(sort),
    first: {
      filter: SCOPES.open,
      search: '',
      sort: [{ field: 'date', down: true }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
    offers(field, record) {
      if (field === 'kind') return record.sort === sort
      const place = field === 'state' ? states().indexOf(String(record.id)) : 0
      return place >= 0 && place
    },
  }
}

/** Fields that one act does not set for many orders: what an order is, and what it says for itself. */
const OWN = ['sort', 'draft', 'posted'] as const

function createOrderActs(sort: Sort): readonly BulkAct[] {
  const { t } = useWords()
  const acts = createCommonActs('orders', OWN)
  return [
    {
      get label() {
        return t('records.orders.fields.state')
      },
      icon: ArrowRightLeft,
      editor: (props) => <MoveEditor {...props} sort={sort} />,
    },
    acts.field('responsible', UserRound),
    ...(hasFeature('departments') ? [acts.field('department', Network)] : []),
    acts.anyField(),
    {
      get label() {
        return t('orders.post')
      },
      icon: CircleCheck,
      change: { what: 'post' },
    },
    acts.remove(),
  ]
}
