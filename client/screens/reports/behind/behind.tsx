import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { ListRow } from '../../../data/queries/query.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { type Column, Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import type { OpenFigure } from './figure.ts'
import './behind.css'

/** Rows asked for before the table has said which are in view. */
const FIRST = 50

/** What the list shows of an order, or of an event. */
interface BehindRow {
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

/** A live list of exactly the orders, or events, behind the figure that is open. */
export function Behind() {
  const report = useReport()
  return (
    <Dialog
      open={report.figure() !== null}
      title={report.figure()?.name ?? ''}
      size="wide"
      onClose={() => report.openFigure(null)}
    >
      <Show when={report.figure()} keyed>
        {(figure) => <BehindList figure={figure} />}
      </Show>
    </Dialog>
  )
}

function BehindList(props: { readonly figure: OpenFigure }) {
  const { t } = useWords()
  const report = useReport()
  const navigate = useNavigate()
  const isOfEvents = () => report.view().source === 'events'
  const [range, setRange] = createSignal({ from: 0, to: FIRST })
  const [sort, setSort] = createSignal({ field: isOfEvents() ? 'at' : 'date', down: true })
  const answer = createQuery(() => ({
    what: 'list' as const,
    collection: isOfEvents() ? ('events' as const) : ('orders' as const),
    filter: [],
    search: '',
    group: [],
    sort: [sort()],
    ...range(),
    behind: { report: props.figure.ask, figure: props.figure.figure },
  }))
  const rowAt = (index: number) => asRow(answer()?.rows[index - (answer()?.from ?? 0)])
  const open = (id: string) => {
    const row = answer()
      ?.rows.map(asRow)
      .find((one) => one?.id === id)
    if (row) navigate(isOfEvents() ? `/events/${id}` : `/orders/${row.sort ?? 'customer'}/${id}`)
  }
  const label = () => t('reports.behindCount', { n: answer()?.count ?? 0 })
  const columns = useColumns(isOfEvents)
  return (
    <div class="report-behind">
      <p role="status">
        <Show when={answer()} fallback={t('common.loading')}>
          {label()}
        </Show>
      </p>
      <div class="report-behind-list" style={{ '--rows': answer()?.length ?? 1 }}>
        <Table
          label={label()}
          count={answer()?.length ?? 0}
          rowAt={rowAt}
          onRange={(from, to) => setRange({ from, to: Math.max(to, from + FIRST) })}
          rowId={(row: BehindRow) => row.id}
          columns={columns()}
          sort={{ column: sort().field, down: sort().down }}
          onSort={({ column, down }) => setSort({ field: column, down })}
          onOpen={open}
          compact={(row: BehindRow) => <Compact row={row} />}
        />
      </div>
    </div>
  )
}

/** A list that is not grouped has rows of its records alone. */
function asRow(row: ListRow | undefined): BehindRow | undefined {
  return row && !('group' in row) ? (row as unknown as BehindRow) : undefined
}

function useColumns(isOfEvents: () => boolean): () => Column<BehindRow>[] {
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
function Compact(props: { readonly row: BehindRow }) {
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
