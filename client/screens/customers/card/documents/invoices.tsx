import { Show } from 'solid-js'
import type { CustomerInvoice } from '../../../../data/queries/customers/query.ts'
import { choiceLabel } from '../../../../records/words/labels.ts'
import { Section } from '../../../../ui/layout/section.tsx'
import { SimpleTable } from '../../../../ui/table/simple-table.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useCard } from '../context.tsx'
import { Named } from './named.tsx'

/** Invoices of the customer, and how far each is paid; nothing where there are none. */
export function Invoices() {
  const { t, format } = useWords()
  const card = useCard()
  const invoices = () => card.known()?.invoices ?? []
  const money = (sum: number, { currency }: CustomerInvoice) => format.money(sum, currency ?? card.currency())
  const columns = () => [
    {
      id: 'number',
      title: t('customers.invoices.number'),
      cell: (row: CustomerInvoice) => <Named number={row.number} date={row.date} href={`/invoices/${row.id}`} />,
    },
    {
      id: 'due',
      title: t('customers.invoices.due'),
      cell: (row: CustomerInvoice) => <>{row.due === null ? '' : format.date(row.due)}</>,
    },
    {
      id: 'sum',
      title: t('customers.orders.sum'),
      align: 'end' as const,
      cell: (row: CustomerInvoice) => (
        <>
          {money(row.total, row)}
          <p class="dim">
            {t(choiceLabel('invoices', 'how', row.how))}
            <Show when={row.how === 'part'}> {money(row.paid, row)}</Show>
          </p>
        </>
      ),
    },
  ]
  return (
    <Show when={invoices().length > 0}>
      <Section title={t('customers.invoices.title')}>
        <SimpleTable label={t('customers.invoices.title')} rows={invoices()} columns={columns()} />
      </Section>
    </Show>
  )
}
