import { type Accessor, createSignal } from 'solid-js'
import type { ListQuery } from '../../data/queries/query.ts'
import type { ChosenRows } from '../../ui/table/handling/create-selection.ts'
import type { ListDefinition } from './definition.ts'
import { createList } from './live-list.ts'
import { createListSelection } from './selection/create-selection.ts'
import { createListState, type ListState } from './state.ts'
import { createOpenGroups, type OpenGroups } from './table/open-groups.ts'

/** A list on a screen: what it is, how it is looked at, its rows, and which of them are chosen. */
export interface Listing<R extends { readonly id: string }> {
  readonly definition: ListDefinition<R>
  readonly state: ListState
  readonly groups: OpenGroups
  readonly rows: ReturnType<typeof createList<R>>
  readonly selection: ChosenRows
  /** The columns that its table has no room for, as the table has said. */
  readonly noRoom: Accessor<readonly string[]>
  readonly setNoRoom: (columns: readonly string[]) => void
  /** The list as it stands, for the rows from `from` to before `to`. */
  readonly query: (from: number, to: number) => ListQuery
}

export function createListing<R extends { readonly id: string }>(definition: ListDefinition<R>): Listing<R> {
  const state = createListState(definition)
  const groups = createOpenGroups()
  const query = (from: number, to: number) => ({ ...state.query(from, to), closed: groups.closed() })
  const rows = createList<R>(query)
  const selection = createListSelection({ query, rowAt: rows.rowAt })
  const [noRoom, setNoRoom] = createSignal<readonly string[]>([])
  return { definition, state, groups, rows, selection, noRoom, setNoRoom, query }
}
