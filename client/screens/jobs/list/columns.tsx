import { type Accessor, createMemo, Show } from 'solid-js'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import type { Item } from '../../../data/queries/query.ts'
import { addressOf } from '../../../records/address.ts'
import { Due } from '../../../records/jobs/due.tsx'
import { JobStateChip } from '../../../records/jobs/state-chip.tsx'
import { Subject } from '../../../records/jobs/subject.tsx'
import { TimerButton } from '../../../records/jobs/timer/timer-button.tsx'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import type { Column } from '../../../ui/table/table.tsx'

/** A job as the list has it. */
export type ListedJob = JobItem & Item

/** Columns that the list shows until others are chosen. */
export const FIRST_COLUMNS = [
  'subject',
  'due',
  'state',
  'performer',
  'customer',
  'order',
  'planned',
  'spent',
  'importance',
] as const

/** What a column has that shows more than its field's value. */
type Own = Partial<Column<Item>> & Pick<Column<Item>, 'cell'>

/** The columns of a list of jobs. */
export function createJobColumns(): Accessor<readonly Column<ListedJob>[]> {
  const declared = createDeclaredColumns('jobs', FIRST_COLUMNS)
  const own: { readonly [field: string]: Own } = {
    subject: { width: 280, cell: (row) => <Subject item={row as ListedJob} isChecked /> },
    due: { width: 110, yields: 1, cell: (row) => <Due item={row as ListedJob} /> },
    state: { width: 156, yields: 2, cell: (row) => <JobStateChip state={(row as ListedJob).state} /> },
    performer: { width: 150, yields: 3, cell: (row) => <span class="cut">{String(row.performerName ?? '')}</span> },
    order: { width: 110, yields: 6, cell: (row) => <OrderOf item={row as ListedJob} /> },
    planned: { width: 92, yields: 7, cell: cellOf(declared, 'planned') },
    spent: {
      width: 124,
      yields: 5,
      cell: (row) => <Spent item={row as ListedJob}>{cellOf(declared, 'spent')(row)}</Spent>,
    },
    importance: { width: 120, yields: 8, cell: cellOf(declared, 'importance') },
  }
  // A job’s item has all that its columns read.
  return createMemo(
    () => declared().map((column) => ({ ...column, ...own[column.id] })) as unknown as Column<ListedJob>[],
  )
}

function cellOf(columns: Accessor<readonly Column<Item>[]>, id: string): Column<Item>['cell'] {
  return (row) =>
    columns()
      .find((column) => column.id === id)
      ?.cell(row)
}

function OrderOf(props: { readonly item: ListedJob }) {
  const href = () => {
    const { order, orderSort } = props.item
    return order === null ? null : addressOf('orders', { id: order, sort: orderSort })
  }
  return (
    <Show when={props.item.orderName !== null && href()} fallback={props.item.orderName}>
      {(address) => <Link href={address()}>{props.item.orderName}</Link>}
    </Show>
  )
}

function Spent(props: { readonly item: ListedJob; readonly children: unknown }) {
  const isOver = () => props.item.planned !== null && props.item.spent > props.item.planned
  return (
    <span class="job-spent">
      <span classList={{ 'job-late': isOver() }}>{props.children as string}</span>
      <TimerButton job={props.item} />
    </span>
  )
}
