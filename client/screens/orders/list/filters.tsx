import { createMemo } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { createCurrency } from '../../../records/company.ts'
import { createKinds } from '../../../records/process.ts'
import { SearchField } from '../../../ui/inputs/search-field.tsx'
import { Segmented } from '../../../ui/inputs/segmented.tsx'
import { Select } from '../../../ui/inputs/select.tsx'
import { ColumnsMenu } from '../../../ui/table/columns-menu.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FIRST_COLUMNS, orderColumns } from './columns.tsx'
import { GROUPS, type ListView } from './quick-filters.ts'

/** The bar over a list of orders. */
export interface FiltersProps {
  readonly sort: Sort
  readonly view: ListView
  readonly onView: (view: ListView) => void
  readonly columns: readonly string[]
  readonly onColumns: (columns: readonly string[]) => void
}

/** Quick filters, kind, groups and search of a list of orders. */
export function Filters(props: FiltersProps) {
  const { t } = useWords()
  const kinds = createKinds(() => props.sort)
  const change = (part: Partial<ListView>) => props.onView({ ...props.view, ...part })
  const all = createMemo(() => orderColumns(createCurrency()))
  const scopes = () => SCOPES.map((value) => ({ value, label: t(`orders.filters.${value}`) }))
  return (
    <>
      <Segmented
        bare
        label={t('orders.filters.scope')}
        value={props.view.scope}
        options={scopes()}
        onCommit={(scope) => change({ scope })}
      />
      <Select
        bare
        clearable
        label={t('orders.filters.kind')}
        placeholder={t('orders.filters.anyKind')}
        value={props.view.kind}
        options={kinds().map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(kind) => change({ kind })}
      />
      <Select
        bare
        clearable
        label={t('orders.filters.group')}
        placeholder={t('orders.filters.noGroup')}
        value={props.view.group}
        options={GROUPS.map((value) => ({ value, label: t(`records.orders.fields.${value}`) }))}
        onCommit={(group) => change({ group })}
      />
      <SearchField
        label={t('orders.filters.search')}
        value={props.view.search}
        onInput={(search) => change({ search })}
      />
      <ColumnsMenu columns={all()} shown={props.columns} onChange={props.onColumns} first={FIRST_COLUMNS} />
    </>
  )
}

const SCOPES = ['open', 'mine', 'all', 'drafts'] as const
