import { type Accessor, createMemo } from 'solid-js'
import type { MessageItem } from '../../../../shared/messages/message-item.ts'
import type { Item } from '../../../data/queries/query.ts'
import { KindSign } from '../../../records/events/kind-sign.tsx'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import { MessageStateChip } from '../../../records/messages/message-state.tsx'
import { useWhy } from '../../../records/words/why.ts'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Columns that a list of messages shows until others are chosen; the first grows. */
export const FIRST_COLUMNS = ['subject', 'state', 'to', 'at', 'why', 'customer', 'order', 'author'] as const

const WIDTHS: { readonly [field: string]: number } = {
  state: 150,
  at: 130,
  order: 110,
  to: 180,
  customer: 160,
  author: 170,
  why: 220,
}

/** The columns of a list of messages; who sends one is a person or a rule. */
export function createMessageColumns(): Accessor<readonly Column<MessageItem>[]> {
  const { format } = useWords()
  const whyOf = useWhy()
  const declared = createDeclaredColumns('messages', FIRST_COLUMNS)
  const cells: { readonly [field: string]: Column<MessageItem>['cell'] } = {
    state: (row) => <MessageStateChip state={row.state} undelivered={row.undelivered} />,
    at: (row) => <>{format.when(row.at)}</>,
    author: (row) => <span class="cut">{row.authorName ?? row.ruleName}</span>,
    why: (row) => (
      <span class="cut" title={whyOf(row.why)}>
        {whyOf(row.why)}
      </span>
    ),
  }
  const mended = ({ id, width, cell, ...column }: Column<Item>): Column<MessageItem> => ({
    ...column,
    id,
    width: WIDTHS[id] ?? width,
    // What is kept of it is code.
    sortable: column.sortable && id !== 'why',
    // Rows of a list of messages are made by messageItem.
    cell: cells[id] ?? ((row) => cell(row as unknown as Item)),
  })
  const withSign = (column: Column<MessageItem>): Column<MessageItem> =>
    column.id !== 'subject'
      ? column
      : {
          ...column,
          cell: (row) => (
            <span class="table-pair">
              <KindSign kind={row.way} />
              {column.cell(row)}
            </span>
          ),
        }
  return createMemo(() => declared().map((column) => withSign(mended(column))))
}
