import { useSearchParams } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import { createStore } from 'solid-js/store'
import { withoutOff } from '../../../shared/features/records.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import { type ListView, readColumns, shownPart, writeColumns } from '../../../shared/lists/view.ts'
import type { FoundBy } from '../../data/queries/finding/query.ts'
import type { ListQuery } from '../../data/queries/query.ts'
import { createRememberedText } from '../../ui/look/remembered.ts'
import { foundBy, fromSearch, toSearch } from './address.ts'
import type { ListDefinition } from './definition.ts'
import { type Scope, splitScope, withScope } from './scopes.ts'

/** How a list is looked at now: kept in the address, so that a link shows the same list; of a list within a card, while that is open. */
export interface ListState {
  readonly view: Accessor<ListView>
  readonly change: (part: Partial<ListView>) => void
  /** The view in which the list opens on this device. */
  readonly first: Accessor<ListView>
  /** The kept view that the address names. */
  readonly kept: Accessor<string | null>
  /** Shows a view, under the name of the kept one that it is. */
  readonly show: (view: ListView, kept: string | null) => void
  /** What was found, which the address holds the list to; null: nothing. */
  readonly found: Accessor<FoundBy | null>
  /** Holds the list to nothing that was found any more, in a view changed so. */
  readonly release: (part: Partial<ListView>) => void
  /** Whether the address asks for nothing. */
  readonly isBare: Accessor<boolean>
  readonly scope: Accessor<Scope>
  readonly setScope: (scope: Scope) => void
  /** The filter without the conditions of its scope. */
  readonly rest: Accessor<Filter>
  /** The query for the rows from `from` to before `to`. */
  readonly query: (from: number, to: number) => ListQuery
}

/** Names the kept view in the address. */
const KEPT = 'view'

export function createListState<R extends { readonly id: string }>(definition: ListDefinition<R>): ListState {
  const { collection, scopes, always } = definition
  const [search, setSearch] = definition.isWithin ? createOwnAddress() : useAddress()
  const [remembered, remember] = createRememberedText(`columns.${definition.id}`)
  const first = createMemo((): ListView => {
    const columns = readColumns(remembered() ?? '')
    return columns.length === 0 ? definition.first : { ...definition.first, columns }
  })
  const view = createMemo(() => fromSearch(search, first(), scopes))
  const found = createMemo(() => foundBy(search))
  const kept = () => (typeof search[KEPT] === 'string' ? search[KEPT] : null)
  const show = (next: ListView, id: string | null) => setSearch({ ...toSearch(next, first(), scopes), [KEPT]: id })
  /** Columns are remembered on the device, unless the address or a kept view has its own. */
  const change = (part: Partial<ListView>) => {
    const next = { ...view(), ...part }
    if (part.columns && kept() === null && search.columns === undefined) remember(writeColumns(part.columns))
    show(next, kept())
  }
  return {
    view,
    change,
    first,
    kept,
    show,
    found,
    release: (part) => {
      const next = toSearch({ ...view(), ...part }, first(), scopes)
      setSearch({ ...next, [KEPT]: kept(), found: null, whose: null })
    },
    isBare: () => Object.values(search).every((part) => part === undefined),
    scope: createMemo(() => splitScope(view().filter, scopes).scope),
    setScope: (scope) => change({ filter: withScope(view().filter, scopes, scope) }),
    rest: createMemo(() => splitScope(view().filter, scopes).rest),
    query(from, to) {
      const { filter, ...shown } = shownPart(view(), collection)
      return {
        what: 'list',
        collection,
        found: found(),
        filter: [...always, ...withoutOff(collection), ...filter],
        search: shown.search,
        sort: shown.sort,
        group: shown.group,
        from,
        to,
      }
    },
  }
}

type Parts = Readonly<Record<string, string | null>>

function useAddress() {
  const [search, setSearch] = useSearchParams()
  return [search, (parts: Parts) => setSearch(parts, { replace: true })] as const
}

/** In the place of the address, which is that of the list around. */
function createOwnAddress() {
  const [search, setSearch] = createStore<Record<string, string | undefined>>({})
  const set = (parts: Parts) =>
    setSearch(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part ?? undefined])))
  return [search, set] as const
}
