import { FIRST_VIEW, type FunnelView } from './view.ts'

/** Something by which a view's figures differ from the first view's, and the change that takes it off. */
export interface Difference {
  readonly what: 'sort' | 'kind' | 'manager' | 'department' | 'search' | 'visited' | 'move' | 'end'
  /** An id, the text searched for, or the sort. */
  readonly value: string
  readonly off: Partial<FunnelView>
}

/** What narrows a view or counts otherwise. Period, variant and columns are not among them: the screen shows these. */
export function differencesOf(view: FunnelView): Difference[] {
  const { sort, kinds, managers, departments, search, mode, basis, moment } = view
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id)
  return [
    ...one(sort !== 'all', 'sort', sort, { sort: 'all' }),
    ...kinds.map((id): Difference => ({ what: 'kind', value: id, off: { kinds: without(kinds, id) } })),
    ...managers.map((id): Difference => ({ what: 'manager', value: id, off: { managers: without(managers, id) } })),
    ...departments.map(
      (id): Difference => ({ what: 'department', value: id, off: { departments: without(departments, id) } }),
    ),
    ...one(search.trim() !== '', 'search', search.trim(), { search: '' }),
    ...one(mode === 'visited', 'visited', mode, { mode: 'reached' }),
    ...one(basis === 'move', 'move', basis, { basis: 'order' }),
    ...one(moment === 'end', 'end', moment, { moment: 'now' }),
  ]
}

/** The change that takes off all that narrows a view. */
export const NO_FILTER = {
  sort: FIRST_VIEW.sort,
  kinds: FIRST_VIEW.kinds,
  managers: FIRST_VIEW.managers,
  departments: FIRST_VIEW.departments,
  search: FIRST_VIEW.search,
} satisfies Partial<FunnelView>

/** The change that takes off all differences. */
export const NO_DIFFERENCES = {
  ...NO_FILTER,
  mode: FIRST_VIEW.mode,
  basis: FIRST_VIEW.basis,
  moment: FIRST_VIEW.moment,
} satisfies Partial<FunnelView>

function one(is: boolean, what: Difference['what'], value: string, off: Partial<FunnelView>): Difference[] {
  return is ? [{ what, value, off }] : []
}
