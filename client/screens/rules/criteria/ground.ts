import type { CollectionName } from '../../../../shared/collections.ts'
import { hasField } from '../../../../shared/features/places.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { criteriaField, criteriaFields, partsOf } from '../../../../shared/rules/criteria/fields.ts'
import type { FilterGround } from '../../../records/list/filter/context.tsx'
import { createValues } from '../../../records/list/table/values.ts'
import { createCriteriaLabel } from '../../../records/words/criteria-label.ts'

/** What criteria of rules may name: an order, its customer, contact and lines, what stood before the move, and what it changed. */
export function createCriteriaGround(sort: () => Sort): FilterGround {
  return {
    get fields() {
      return criteriaFields().flatMap(({ key, name }) => (hasField(placeOf(key)[0], name) ? key : []))
    },
    fieldOf: criteriaField,
    labelOf: createCriteriaLabel(),
    valuesOf: (key) =>
      createValues({
        field: () => criteriaField(key()),
        placeOf: () => placeOf(key()),
        offers: (record) => criteriaField(key())?.to !== 'kinds' || record.sort === sort(),
      }),
    quick: [],
    isStrict: true,
  }
}

/** The collection and field whose words the choices of a field have. */
function placeOf(key: string): readonly [CollectionName, string] {
  const { part, name } = partsOf(key)
  return [part === 'customer' || part === 'contact' ? 'customers' : 'orders', name]
}
