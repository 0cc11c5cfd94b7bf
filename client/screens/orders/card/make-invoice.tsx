import { useNavigate } from '@solidjs/router'
import Receipt from 'lucide-solid/icons/receipt'
import type { Order } from '../../../../shared/orders/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** «Создать счет»: an invoice of the order as it stands, and its card. */
export function MakeInvoice(props: { readonly order: Order }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const navigate = useNavigate()
  const make = single(async () => {
    const [id, draft] = await Promise.all([data.newId('invoices'), data.draftNumber()])
    if (await acts.run('makeInvoice', { id, order: props.order.id, fields: { draft } }, t('invoices.made'))) {
      navigate(`/invoices/${id}`)
    }
  })
  return (
    <Button look="ghost" icon={Receipt} onClick={() => void make()}>
      {t('invoices.make')}
    </Button>
  )
}
