import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

/** What the list shows of an order, an event or a call. */
export interface BehindRow {
  readonly id: string
  readonly sort?: string | null
  readonly number?: string | null
  readonly date?: number | null
  readonly at?: number | null
  readonly subject?: string | null
  readonly customerName: string | null
  readonly responsibleName: string | null
  readonly companyTotal?: number | null
}

/** The columns of the list on a wide screen. */
export function useColumns(owners: () => 'orders' | 'events' | 'calls'): () => Column<BehindRow>[] {
  const { t, format } = useWords()
  const report = useReport()
  const day = (at: number | null | undefined) => (at == null ? '' : format.day(at))
  const people = (): Column<BehindRow>[] => [
    {
      id: 'customerName',
      title: t('records.orders.fields.customer'),
      width: 140,
      grow: true,
      sortable: true,
      cell: (row) => <>{row.customerName}</>,
    },
    {
      id: 'responsibleName',
      title: t('records.orders.fields.responsible'),
      width: 140,
      sortable: true,
      cell: (row) => <>{row.responsibleName}</>,
    },
  ]
  const date = (id: 'date' | 'at'): Column<BehindRow> => ({
    id,
    title: t('records.orders.fields.date'),
    width: 112,
    sortable: true,
    cell: (row) => <span class="dim">{day(row[id])}</span>,
  })
  const subject = (): Column<BehindRow> => ({
    id: 'subject',
    title: t('records.events.fields.subject'),
    width: 180,
    grow: true,
    sortable: true,
    cell: (row) => <>{row.subject}</>,
  })
  const number = (of: 'orders' | 'calls', width: number): Column<BehindRow> => ({
    id: 'number',
    title: t(`records.${of}.fields.number`),
    width,
    sortable: true,
    cell: (row) => <>{row.number}</>,
  })
  const total = (): Column<BehindRow> => ({
    id: 'companyTotal',
    title: `${t('reports.measure.sum')}, ${format.sign(report.currency())}`,
    width: 124,
    align: 'end',
    sortable: true,
    cell: ({ companyTotal }) => (
      <>{companyTotal == null ? '' : format.money(companyTotal, report.currency(), { bare: true })}</>
    ),
  })
  const columns = {
    orders: () => [number('orders', 88), date('date'), ...people(), total()],
    events: () => [date('at'), subject(), ...people()],
    calls: () => [date('at'), number('calls', 150), ...people()],
  }
  return () => columns[owners()]()
}

/** A row in two lines, for phones. */
export function Compact(props: { readonly row: BehindRow }) {
  const { format } = useWords()
  const report = useReport()
  const at = () => props.row.date ?? props.row.at ?? null
  return (
    <>
      <span>
        <span class="cut">
          {props.row.number ?? props.row.subject} <span class="dim">{props.row.customerName}</span>
        </span>
        <span>{props.row.companyTotal == null ? '' : format.money(props.row.companyTotal, report.currency())}</span>
      </span>
      <span>
        <span class="dim">{props.row.responsibleName}</span>
        <span class="dim">{at() === null ? '' : format.day(at() ?? 0)}</span>
      </span>
    </>
  )
}
