import { products } from '../../../shared/goods/collections.ts'
import type { Invoice } from '../../../shared/orders/invoices/collections.ts'
import { lineTotal, orderTotal } from '../../../shared/orders/totals.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { Exchanged } from '../../records/currency/exchanged.tsx'
import { fieldLabel } from '../../records/words/labels.ts'
import { Section } from '../../ui/layout/section.tsx'
import { SimpleTable } from '../../ui/table/simple-table.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What the invoice asks to pay for: as its order was when it was made. */
export function InvoiceLines(props: { readonly invoice: Invoice; readonly currency: string }) {
  const { t, format } = useWords()
  const goods = createEvery(products)
  const name = (id: string | null) => goods().find((one) => one.id === id)?.name
  const sum = (minor: number) => format.money(minor, props.currency)
  return (
    <Section title={t('orders.lines.title')}>
      <SimpleTable
        label={t('orders.lines.title')}
        rows={props.invoice.lines}
        columns={[
          {
            id: 'product',
            title: t(fieldLabel('invoices', 'product')),
            grow: true,
            cell: (line) => [name(line.product), line.text].filter(Boolean).join(', '),
          },
          {
            id: 'quantity',
            title: t(fieldLabel('invoices', 'quantity')),
            align: 'end',
            cell: (line) => `${format.quantity(line.quantity ?? 0)} ${line.unit ?? ''}`,
          },
          {
            id: 'total',
            title: t('orders.lines.sum'),
            align: 'end',
            cell: (line) => sum(lineTotal(line, props.invoice)),
          },
        ]}
        footer={(column) => (column === 'total' ? sum(orderTotal(props.invoice)) : null)}
      />
      <Exchanged
        total={orderTotal(props.invoice)}
        currency={props.currency}
        at={props.invoice.date ?? props.invoice.madeAt}
      />
    </Section>
  )
}
