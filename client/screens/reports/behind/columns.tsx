import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

/** What the list shows of an order, or of an event. */
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
export function useColumns(isOfEvents: () => boolean): () => Column<BehindRow>[] {
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
  return () =>
    isOfEvents()
      ? [
          date('at'),
          {
            id: 'subject',
            title: t('records.events.fields.subject'),
            width: 180,
            grow: true,
            sortable: true,
            cell: (row) => <>{row.subject}</>,
          },
          ...people(),
        ]
      : [
          {
            id: 'number',
            title: t('records.orders.fields.number'),
            width: 88,
            sortable: true,
            cell: (row) => <>{row.number}</>,
          },
          date('date'),
          ...people(),
          {
            id: 'companyTotal',
            title: `${t('reports.measure.sum')}, ${format.sign(report.currency())}`,
            width: 124,
            align: 'end',
            sortable: true,
            cell: ({ companyTotal }) => (
              <>{companyTotal == null ? '' : format.money(companyTotal, report.currency(), { bare: true })}</>
            ),
          },
        ]
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
