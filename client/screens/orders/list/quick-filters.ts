import type { Sort } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/completed.ts'
import type { Condition, ListQuery, SortBy } from '../../../data/queries/query.ts'

/** What a list of orders shows: quick filters over conditions, search, order and groups. Kept in the address. */
export interface ListView {
  /** `open`: not completed. */
  readonly scope: 'open' | 'all' | 'mine' | 'drafts'
  readonly kind: string | null
  readonly states: readonly string[]
  readonly responsible: string | null
  readonly search: string
  readonly sort: SortBy
  readonly group: string | null
}

export const FIRST_VIEW: ListView = {
  scope: 'open',
  kind: null,
  states: [],
  responsible: null,
  search: '',
  sort: { field: 'date', down: true },
  group: null,
}

/** Fields that a list of orders can be grouped by. */
export const GROUPS = ['state', 'kind', 'customer', 'responsible', 'department', 'organisation'] as const

/** The query behind a view: the rows from `from` to before `to`. `person` is who looks. */
export function queryOf(view: ListView, sort: Sort, person: string | null, from: number, to: number): ListQuery {
  return {
    what: 'list',
    collection: 'orders',
    filter: conditionsOf(view, sort, person),
    search: view.search,
    sort: [view.sort],
    group: view.group,
    from,
    to,
  }
}

function conditionsOf({ scope, kind, states, responsible }: ListView, sort: Sort, person: string | null): Condition[] {
  return [
    { field: 'sort', is: 'in', values: [sort] },
    ...(scope === 'open' ? [isIn('completed', [false])] : []),
    ...(scope === 'mine' ? [isIn('responsible', [person]), isIn('completed', [false])] : []),
    ...(kind === null ? [] : [isIn('kind', [kind])]),
    ...(states.length === 0 ? [] : [isIn('state', states)]),
    ...(responsible === null ? [] : [isIn('responsible', [responsible])]),
  ]
}

function isIn(field: string, values: readonly (string | boolean | null)[]): Condition {
  return { field, is: 'in', values }
}

/** Whether an order of this state counts as standing too long after `days`; completed ones never do. */
export function isLate(state: string | null, days: number): boolean {
  return state !== COMPLETED && days > 7
}
