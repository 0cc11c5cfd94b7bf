import UserRound from 'lucide-solid/icons/user-round'
import { createMemo } from 'solid-js'
import type { CallItem } from '../../../../shared/calls/call-item.ts'
import type { Item } from '../../../data/queries/query.ts'
import { createCommonActs } from '../../../records/list/bulk/common-acts.tsx'
import type { ListDefinition } from '../../../records/list/definition.ts'
import { namedScopes } from '../../../records/list/named-scopes.ts'
import { createDeclaredColumns } from '../../../records/list/table/declared-columns.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useTalk } from '../talk.ts'
import { CallSign } from './call-sign.tsx'

const FIRST_COLUMNS = ['number', 'at', 'customer', 'contact', 'state', 'seconds', 'responsible', 'phone'] as const

/** The sets of calls that are offered side by side. */
const SCOPES = {
  all: [],
  in: [{ field: 'direction', is: 'in', values: ['in'] }],
  out: [{ field: 'direction', is: 'in', values: ['out'] }],
  missed: [{ field: 'missed', is: 'equal', values: [true] }],
} as const

/** The list of all calls, the latest first. */
export function createCallList(): ListDefinition<CallItem> {
  const { t } = useWords()
  const talk = useTalk()
  const declared = createDeclaredColumns('calls', FIRST_COLUMNS)
  const cells: { readonly [field: string]: Column<CallItem>['cell'] } = {
    number: (row) => <CallSign call={row} />,
    seconds: (row) => <>{talk(row.seconds)}</>,
  }
  const columns = createMemo(() =>
    declared().map(({ id, cell, ...column }): Column<CallItem> => {
      // Rows of a list of calls are made by callItem.
      return { ...column, id, cell: cells[id] ?? ((row) => cell(row as unknown as Item)) }
    }),
  )
  return {
    id: 'calls',
    collection: 'calls',
    always: [],
    scopes: namedScopes(SCOPES, (id) => t(`missedCalls.scopes.${id}`)),
    quick: ['state', 'responsible', 'phone', 'at', 'ignored'],
    columns,
    acts: [createCommonActs('calls').field('responsible', UserRound)],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'at', down: true }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
  }
}
