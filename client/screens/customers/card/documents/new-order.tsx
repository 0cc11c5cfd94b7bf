import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
import { formatBasis } from '../../../../../shared/basis/basis.ts'
import type { BegunOrder } from '../../../../records/making/on-basis.ts'
import { useMayWrite } from '../../../../records/rights.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useCard } from '../context.tsx'

/** «Создать заказ»: a new order with this customer filled in. */
export function NewOrder() {
  const { t } = useWords()
  const card = useCard()
  const navigate = useNavigate()
  const mayWrite = useMayWrite('orders')
  const customer = () => card.known()?.into?.id ?? card.row()?.id
  const begin = () => {
    const id = customer()
    if (id === undefined) return
    const fields = { customer: id, basis: formatBasis({ collection: 'customers', id }) }
    navigate('/orders/customer/draft/new', { state: { fields } satisfies BegunOrder })
  }
  return (
    <Show when={mayWrite && customer()}>
      <Button size="small" look="ghost" icon={Plus} onClick={begin}>
        {t('customers.orders.create')}
      </Button>
    </Show>
  )
}
