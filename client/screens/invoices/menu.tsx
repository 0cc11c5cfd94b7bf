import { takenOf } from '../../../shared/basis/taken.ts'
import type { Invoice } from '../../../shared/orders/invoices/collections.ts'
import { BasisMenu } from '../../records/making/basis-menu.tsx'
import { oneLabel } from '../../records/words/labels.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What follows from an invoice. `number`: as it is shown. */
export function InvoiceMenu(props: { readonly invoice: Invoice; readonly number: string }) {
  const { t } = useWords()
  const ground = () => ({
    basis: { collection: 'invoices', id: props.invoice.id } as const,
    taken: takenOf('invoices', props.invoice),
    name: `${t(oneLabel('invoices'))} ${props.number}`,
  })
  return <BasisMenu label={t('invoices.menu')} ground={ground()} />
}
