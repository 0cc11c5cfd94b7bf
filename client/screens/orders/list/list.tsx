import type { Sort } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { createCurrency } from '../../../records/company.ts'
import type { Listing } from '../../../records/list/listing.ts'
import { ListTable } from '../../../records/list/table/list-table.tsx'
import { Watchers } from '../../../records/presence/watchers.tsx'
import { StateOf } from '../../../records/process/state-of.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { NoOrders } from './no-orders.tsx'

/** What a list of orders is given. */
export interface OrderListProps {
  readonly sort: Sort
  readonly listing: Listing<OrderItem>
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
  readonly onCreate: () => void
}

/** The list of orders. */
export function OrderList(props: OrderListProps) {
  const { t } = useWords()
  const currency = createCurrency()
  return (
    <ListTable<OrderItem>
      {...props}
      label={t(`orders.titles.${props.sort}`)}
      countOf={(n) => t('orders.count', { n })}
      compact={(row) => <CompactOrder item={row} currency={currency()} />}
      empty={<NoOrders title={t('orders.empty.title')} text={t('orders.empty.text')} onCreate={props.onCreate} />}
    />
  )
}

function CompactOrder(props: { readonly item: OrderItem; readonly currency: string }) {
  const { format } = useWords()
  return (
    <>
      <p class="compact-line">
        <span class="cut">{props.item.customerName ?? props.item.number}</span>
        <span class="n">{format.money(props.item.total, props.item.currency ?? props.currency)}</span>
      </p>
      <p class="compact-line dim">
        <StateOf item={props.item} />
        <span class="n">
          <Watchers collection="orders" id={props.item.id} /> {props.item.number}
        </span>
      </p>
    </>
  )
}
