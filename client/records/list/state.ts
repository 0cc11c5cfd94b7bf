import { useSearchParams } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import type { Filter } from '../../../shared/filters/filter.ts'
import { type ListView, readColumns, shownPart, writeColumns } from '../../../shared/lists/view.ts'
import type { ListQuery } from '../../data/queries/query.ts'
import { createRememberedText } from '../../ui/look/remembered.ts'
import { fromSearch, toSearch } from './address.ts'
import type { ListDefinition } from './definition.ts'
import { type Scope, splitScope, withScope } from './scopes.ts'

/** How a list is looked at now: kept in the address, so that a link shows the same list. */
export interface ListState {
  readonly view: Accessor<ListView>
  readonly change: (part: Partial<ListView>) => void
  readonly scope: Accessor<Scope>
  readonly setScope: (scope: Scope) => void
  /** The filter without the conditions of its scope. */
  readonly rest: Accessor<Filter>
  /** The query for the rows from `from` to before `to`. */
  readonly query: (from: number, to: number) => ListQuery
}

export function createListState<R extends { readonly id: string }>(definition: ListDefinition<R>): ListState {
  const { collection, scopes, always } = definition
  const [search, setSearch] = useSearchParams()
  const [remembered, remember] = createRememberedText(`columns.${definition.id}`)
  const first = createMemo((): ListView => {
    const columns = readColumns(remembered() ?? '')
    return columns.length === 0 ? definition.first : { ...definition.first, columns }
  })
  const view = createMemo(() => fromSearch(search, first(), scopes))
  const change = ({ columns, ...part }: Partial<ListView>) => {
    if (columns) remember(writeColumns(columns))
    setSearch(toSearch({ ...view(), ...part, columns: first().columns }, first(), scopes), { replace: true })
  }
  return {
    view,
    change,
    scope: createMemo(() => splitScope(view().filter, scopes).scope),
    setScope: (scope) => change({ filter: withScope(view().filter, scopes, scope) }),
    rest: createMemo(() => splitScope(view().filter, scopes).rest),
    query(from, to) {
      const { filter, ...shown } = shownPart(view(), collection)
      return {
        what: 'list',
        collection,
        filter: [...always, ...filter],
        search: shown.search,
        sort: shown.sort,
        group: shown.group,
        from,
        to,
      }
    },
  }
}
