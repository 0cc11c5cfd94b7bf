import { createMemo } from 'solid-js'
import type { RiskLevel } from '../../../shared/counterparties/risk.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import type { Item } from '../../data/queries/query.ts'
import { RiskSign } from '../../records/counterparties/risk-sign.tsx'
import type { ListDefinition } from '../../records/list/definition.ts'
import { namedScopes } from '../../records/list/named-scopes.ts'
import { createDeclaredColumns } from '../../records/list/table/declared-columns.tsx'
import type { Column } from '../../ui/table/table.tsx'
import { useWords } from '../../ui/words/words.tsx'

const COLUMNS = ['name', 'risk', 'inn', 'state', 'head', 'registered', 'checked', 'source'] as const

/** The sets that are offered side by side. */
const SCOPES = {
  all: [],
  danger: [{ field: 'risk', is: 'in', values: ['danger'] }],
  heed: [{ field: 'risk', is: 'in', values: ['heed'] }],
  failed: [{ field: 'failed', is: 'filled', values: [] }],
} as const satisfies { readonly [id: string]: Filter }

/** The list of companies that were asked for, the riskiest first. */
export function createCounterpartyList(): ListDefinition<Item> {
  const { t } = useWords()
  const declared = createDeclaredColumns('counterparties', COLUMNS)
  const own: { readonly [field: string]: Partial<Column<Item>> } = {
    risk: { cell: (row) => <RiskSign level={row.risk as RiskLevel} />, width: 200 },
  }
  return {
    id: 'counterparties',
    collection: 'counterparties',
    always: [],
    scopes: namedScopes(SCOPES, (id) => t(`risks.scopes.${id}`)),
    quick: ['risk', 'state', 'checked'],
    columns: createMemo(() => declared().map((column) => ({ ...column, ...own[column.id] }))),
    acts: [],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'risk', down: false }],
      group: [],
      columns: COLUMNS.map((field) => ({ field })),
    },
  }
}
