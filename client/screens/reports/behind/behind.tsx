import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type Comparison, ownersOf } from '../../../../shared/reports/ask.ts'
import type { ReportFigure } from '../../../../shared/reports/behind.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { ListRow } from '../../../data/queries/query.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { type BehindRow, Compact, useColumns } from './columns.tsx'
import { figureName } from './name.ts'
import './behind.css'

/** Rows asked for before the table has said which are in view. */
const FIRST = 50

/** A live list of exactly the orders, events or calls behind the figure that the address names. */
export function Behind() {
  const report = useReport()
  const name = () => {
    const [figure, naming] = [report.figure(), report.naming()]
    return figure && naming ? figureName(figure, report.ask(), naming) : ''
  }
  return (
    <Dialog open={report.figure() !== null} title={name()} size="wide" onClose={report.closeFigure}>
      <Show when={report.figure()}>
        {(figure) => (
          <>
            <Show when={report.ask().compare}>
              {(compare) => <WhichPeriod figure={figure()} compare={compare()} />}
            </Show>
            <BehindList figure={figure()} />
          </>
        )}
      </Show>
    </Dialog>
  )
}

/** The figure of the period, or the one that it is set beside. */
function WhichPeriod(props: { readonly figure: ReportFigure; readonly compare: Comparison }) {
  const { t } = useWords()
  const report = useReport()
  return (
    <Segmented
      label={t('reports.period')}
      bare
      value={props.figure.isEarlier ? 'earlier' : 'own'}
      options={[
        { value: 'own', label: t('reports.ownPeriod') },
        { value: 'earlier', label: t(`reports.compared.${props.compare}`) },
      ]}
      onCommit={(value) => report.turnFigure({ ...props.figure, isEarlier: value === 'earlier' })}
    />
  )
}

function BehindList(props: { readonly figure: ReportFigure }) {
  const { t } = useWords()
  const report = useReport()
  const navigate = useNavigate()
  const owners = () => ownersOf(report.view().source)
  const [range, setRange] = createSignal({ from: 0, to: FIRST })
  const [sort, setSort] = createSignal({ field: owners() === 'orders' ? 'date' : 'at', down: true })
  const answer = createQuery(() => ({
    what: 'list' as const,
    collection: owners(),
    filter: [],
    search: '',
    group: [],
    sort: [sort()],
    ...range(),
    behind: { report: report.ask(), figure: props.figure },
  }))
  const rowAt = (index: number) => asRow(answer()?.rows[index - (answer()?.from ?? 0)])
  const open = (id: string) => {
    const row = answer()
      ?.rows.map(asRow)
      .find((one) => one?.id === id)
    const home = { events: '/events', calls: '/calls/all', orders: `/orders/${row?.sort ?? 'customer'}` }[owners()]
    if (row) navigate(`${home}/${id}`)
  }
  const label = () => t('reports.behindCount', { n: answer()?.count ?? 0 })
  const columns = useColumns(owners)
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
