import type { CollectionName } from '../../../../shared/collections.ts'
import { type Order, orders } from '../../../../shared/orders/collections.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** References of an order that say so when their record was removed. */
type Referring = 'customer' | 'responsible' | 'department'

/** A record that the order refers to is in «Корзина»: who it is, and the way back. */
export function InTrash(props: { readonly order: Order; readonly item: OrderItem | null; readonly what: string }) {
  const { t } = useWords()
  const acts = useActs()
  const field = () => props.what as Referring
  const collection = () => orders.fields[field()].to as CollectionName
  const restore = () => {
    const id = props.order[field()]
    if (id !== null) void acts.run('restoreRecord', { collection: collection(), id })
  }
  const text = () => {
    const what = t(fieldLabel('orders', field()))
    return t('orders.inTrash', { what, name: props.item?.[`${field()}Name`] ?? '' })
  }
  const action = () => (useMayWrite(collection()) ? { label: t('common.restore'), run: restore } : undefined)
  return (
    <Banner look="warn" action={action()}>
      {text()}
    </Banner>
  )
}
