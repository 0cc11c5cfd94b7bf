import { createMemo } from 'solid-js'
import type { LineQuantity, Movements } from '../../../../../shared/movements/types.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { sumOf } from '../../../../../shared/orders/sums/exact.ts'
import { SimpleTable } from '../../../../ui/table/simple-table.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { createLineNames } from './movements.ts'

/** What is still to be shipped, line by line, and what it comes to. */
export function ToShip(props: { readonly order: Order; readonly movements: Movements; readonly currency: string }) {
  const { t, format } = useWords()
  const nameOf = createLineNames(() => props.order.lines)
  const rows = () => props.movements.toShip
  const unitOf = (line: string) => props.order.lines.find(({ id }) => id === line)?.unit ?? ''
  const total = createMemo(() => sumOf(rows().map(({ sum }) => sum)))
  const money = (sum: number) => format.money(sum, props.currency)
  const columns = () => [
    { id: 'name', title: t('trade.toShip.name'), grow: true, cell: (row: LineQuantity) => nameOf(row) },
    {
      id: 'quantity',
      title: t('trade.toShip.quantity'),
      align: 'end' as const,
      cell: (row: LineQuantity) => `${format.quantity(row.quantity)} ${unitOf(row.line)}`,
    },
    {
      id: 'sum',
      title: t('trade.toShip.sum'),
      align: 'end' as const,
      cell: (row: LineQuantity) => <span class="n">{money(row.sum)}</span>,
    },
  ]
  return (
    <SimpleTable
      label={t('trade.toShip.title')}
      rows={rows()}
      columns={columns()}
      footer={(column) => (column === 'sum' ? <span class="n">{money(total())}</span> : '')}
      empty={<p class="dim">{t('trade.toShip.none')}</p>}
    />
  )
}
