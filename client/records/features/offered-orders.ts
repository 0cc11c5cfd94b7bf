import { offeredAt } from '../../../shared/features/places.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import { SORTS } from '../../../shared/orders/collections.ts'

/** The condition that leaves orders of the sorts that are off out of a list of all; none while all are on. */
export function ofOfferedSorts(): Filter {
  const sorts = offeredAt('sorts', SORTS)
  return sorts.length === SORTS.length ? [] : [{ field: 'sort', is: 'in', values: sorts }]
}
