import { type Accessor, createMemo } from 'solid-js'
import type { EventItem } from '../../../../shared/events/event-item.ts'
import type { Item } from '../../../data/queries/query.ts'
import { KindSign } from '../../../records/events/kind-sign.tsx'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Columns that a list of events shows until others are chosen; the first grows. */
export const FIRST_COLUMNS = ['subject', 'start', 'customer', 'contact', 'state', 'responsible'] as const

const WIDTHS: { readonly [field: string]: number } = { start: 150, end: 150, state: 140, customer: 190, contact: 150 }

/** The columns of a list of events: what it is about with the sign of its kind, a time that has passed in warning colour. */
export function createEventColumns(): Accessor<readonly Column<EventItem>[]> {
  const { t, format } = useWords()
  const declared = createDeclaredColumns('events', FIRST_COLUMNS)
  const cells: { readonly [field: string]: Column<EventItem>['cell'] } = {
    start: (row) => (
      <span classList={{ late: row.overdue }}>{row.start === null ? '' : format.dateTime(row.start)}</span>
    ),
    overdue: (row) => <span class="late">{row.overdue ? t('common.yes') : ''}</span>,
  }
  const mended = ({ id, width, cell, ...column }: Column<Item>): Column<EventItem> => ({
    ...column,
    id,
    width: WIDTHS[id] ?? width,
    // Rows of a list of events are made by eventItem.
    cell: cells[id] ?? ((row) => cell(row as unknown as Item)),
  })
  const withSign = (column: Column<EventItem>): Column<EventItem> =>
    column.id !== 'subject'
      ? column
      : {
          ...column,
          cell: (row) => (
            <span class="table-pair">
              <KindSign kind={row.kind} />
              {column.cell(row)}
            </span>
          ),
        }
  return createMemo(() => declared().map((column) => withSign(mended(column))))
}
