import { For, Index, Show } from 'solid-js'
import { isOverloaded, type LoadCell, type LoadColumn, type LoadUnit } from '../../../../shared/jobs/load-table.ts'
import type { LoadAnswer, NamedLoad } from '../../../data/queries/jobs/query.ts'
import { Avatar } from '../../../ui/signs/avatar.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { ShownCell } from './behind.tsx'

/** What the table of the load is given. */
export interface LoadGridProps {
  readonly load: LoadAnswer
  readonly unit: LoadUnit
  readonly onOpen: (cell: ShownCell) => void
}

/** What stands beside the columns: before them, behind them, and under no day. */
const SIDES = ['before', 'later', 'undated'] as const
type Side = (typeof SIDES)[number]

/** People and days: in each cell the hours that are left to work, marked where they are more than is worked; a press shows the jobs. */
export function LoadGrid(props: LoadGridProps) {
  const { t } = useWords()
  const isSeen = (side: Side) => props.load.rows.some((row) => row[side].hours > 0)
  const sides = (...some: readonly Side[]) => some.filter(isSeen)
  return (
    <Show
      when={props.load.rows.length > 0}
      fallback={<EmptyState title={t('jobs.load.empty')} text={t('jobs.load.emptyText')} />}
    >
      <div class="load-place">
        <table class="load" aria-label={t('jobs.load.title')}>
          <thead>
            <tr>
              <th scope="col" class="load-person">
                {t('jobs.load.person')}
              </th>
              <For each={sides('before')}>{(side) => <SideHead side={side} />}</For>
              <Index each={props.load.columns}>{(column) => <Head column={column()} unit={props.unit} />}</Index>
              <For each={sides('later', 'undated')}>{(side) => <SideHead side={side} />}</For>
            </tr>
          </thead>
          <tbody>
            <Index each={props.load.rows}>
              {(row) => <Row {...props} row={row()} before={sides('before')} after={sides('later', 'undated')} />}
            </Index>
          </tbody>
        </table>
      </div>
    </Show>
  )
}

const SIDE_WORDS = { before: 'before', later: 'afterwards', undated: 'undated' } as const

function SideHead(props: { readonly side: Side }) {
  const { t } = useWords()
  return (
    <th scope="col" class="load-side">
      {t(`jobs.load.${SIDE_WORDS[props.side]}`)}
    </th>
  )
}

function Head(props: { readonly column: LoadColumn; readonly unit: LoadUnit }) {
  const { format, zone } = useWords()
  const isToday = () => {
    const today = todayIn(zone())
    return props.column.from <= today && today <= props.column.to
  }
  return (
    <th scope="col" classList={{ today: isToday() }} aria-current={isToday() ? 'date' : undefined}>
      <Show when={props.unit === 'day'}>
        <span class="dim">{format.weekday(props.column.from, 'short')}</span>
      </Show>
      <span>{format.shortDate(props.column.from)}</span>
      <Show when={props.unit === 'week'}>
        <span class="dim">– {format.shortDate(props.column.to)}</span>
      </Show>
    </th>
  )
}

interface RowProps extends LoadGridProps {
  readonly row: NamedLoad
  readonly before: readonly Side[]
  readonly after: readonly Side[]
}

function Row(props: RowProps) {
  const { t, format } = useWords()
  const name = () => (props.row.id === null ? t('jobs.load.nobody') : (props.row.name ?? t('common.nameless')))
  const when = ({ from, to }: LoadColumn) =>
    from === to ? format.longDate(from) : `${format.shortDate(from)} – ${format.shortDate(to)}`
  const side = (one: Side) => (
    <td class="load-side">
      <Cell {...props} who={name()} cell={props.row[one]} when={t(`jobs.load.${SIDE_WORDS[one]}`)} />
    </td>
  )
  return (
    <tr>
      <th scope="row" class="load-person">
        <span class="load-name">
          <Show when={props.row.id !== null}>
            <Avatar name={name()} size="small" />
          </Show>
          <span class="cut" classList={{ dim: props.row.id === null }}>
            {name()}
          </span>
        </span>
      </th>
      <For each={props.before}>{side}</For>
      <Index each={props.row.cells}>
        {(cell, at) => (
          <td classList={{ off: cell().capacity === 0 }}>
            <Cell
              {...props}
              who={name()}
              cell={cell()}
              when={when(props.load.columns[at] ?? { from: '', to: '' })}
              isBounded={props.row.id !== null}
            />
          </td>
        )}
      </Index>
      <For each={props.after}>{side}</For>
    </tr>
  )
}

interface CellProps {
  readonly who: string
  readonly when: string
  readonly cell: LoadCell
  /** It has days, of which so much is worked. */
  readonly isBounded?: boolean
  readonly onOpen: LoadGridProps['onOpen']
}

function Cell(props: CellProps) {
  const { t, format } = useWords()
  const isOver = () => (props.isBounded ?? false) && isOverloaded(props.cell)
  const hours = () => format.quantity(props.cell.hours)
  const words = () => {
    const named = { who: props.who, when: props.when, hours: hours() }
    const text = props.isBounded
      ? t('jobs.load.cell', { ...named, capacity: format.quantity(props.cell.capacity) })
      : t('jobs.load.cellPlain', named)
    return isOver() ? `${text}, ${t('jobs.load.overloaded')}` : text
  }
  const share = () => (props.cell.capacity === 0 ? 100 : Math.min(100, (100 * props.cell.hours) / props.cell.capacity))
  return (
    <Show when={props.cell.hours > 0}>
      <button
        type="button"
        class="load-cell"
        classList={{ over: isOver(), plain: !props.isBounded }}
        style={{ '--share': `${share()}%` }}
        aria-label={words()}
        title={words()}
        onClick={() =>
          props.onOpen({ title: t('jobs.load.jobsOf', { who: props.who, when: props.when }), cell: props.cell })
        }
      >
        {format.hours(props.cell.hours / 1_000)}
      </button>
    </Show>
  )
}
