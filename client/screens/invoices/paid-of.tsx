import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import { choiceLabel } from '../../records/words/labels.ts'
import { useWords } from '../../ui/words/words.tsx'

/** How far an invoice is paid, in words and sums. */
export function PaidOf(props: { readonly item: InvoiceItem; readonly currency: string }) {
  const { t, format } = useWords()
  const money = (sum: number) => format.money(sum, props.currency)
  const sums = () => {
    const { how, paid, total } = props.item
    return how === 'part' ? t('invoices.paidOf', { paid: money(paid), total: money(total) }) : money(total)
  }
  return (
    <p>
      <strong>{t(choiceLabel('invoices', 'how', props.item.how))}</strong> · {sums()}
    </p>
  )
}
