import type { Filter } from '../../../shared/filters/filter.ts'
import type { NamedScope } from './definition.ts'

/** Sets of conditions by their names, called in the language of the moment. */
export function namedScopes<Id extends string>(
  filters: { readonly [id in Id]: Filter },
  label: (id: Id) => string,
): readonly NamedScope[] {
  // Their own keys are all that they have.
  return (Object.keys(filters) as Id[]).map((id) => ({
    id,
    filter: filters[id],
    get label() {
      return label(id)
    },
  }))
}
