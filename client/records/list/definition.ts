import type { Accessor } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import type { ListView } from '../../../shared/lists/view.ts'
import type { Column } from '../../ui/table/table.tsx'
import type { BulkAct } from './bulk/act.ts'
import type { Scope } from './scopes.ts'
import type { Offers } from './table/values.ts'

/** What a list is made from: a screen gives it once, everything around the table follows from it. */
export interface ListDefinition<R extends { readonly id: string }> {
  /** Names it among saved views and what the device remembers: `orders/work`. */
  readonly id: string
  readonly collection: CollectionName
  /** Conditions of the list itself, which no view changes. */
  readonly always: Filter
  /** Sets of conditions offered side by side; none for a list without. */
  readonly scopes: readonly NamedScope[]
  /** Fields with a filter of their own over the list. */
  readonly quick: readonly string[]
  /** Every column that can be shown; a column's id is its field. */
  readonly columns: Accessor<readonly Column<R>[]>
  /** The view in which the list opens. */
  readonly first: ListView
  /** What can be done to several records at once, the likeliest first. */
  readonly acts: readonly BulkAct[]
  /** It stands within the card of a list, whose address is not its own. */
  readonly isWithin?: true
  /** Narrows what is offered as values. */
  readonly offers?: Offers | undefined
}

export interface NamedScope extends Scope {
  readonly label: string
}
