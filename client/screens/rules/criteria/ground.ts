import { filterFields, listField } from '../../../../shared/lists/fields.ts'
import type { FilterGround } from '../../../records/list/filter/context.tsx'
import { createFieldLabel } from '../../../records/list/table/field-label.ts'
import { createFieldValues } from '../../../records/list/table/values.ts'

/** What criteria may name: an order's fields, and those of what it refers to. */
export function createCriteriaGround(sort: () => string): FilterGround {
  return {
    get fields() {
      return filterFields('orders')
    },
    fieldOf: (name) => listField('orders', name),
    labelOf: createFieldLabel(() => 'orders'),
    valuesOf: (field) =>
      createFieldValues(
        () => 'orders',
        field,
        (name, record) => name !== 'kind' || record.sort === sort(),
      ),
    quick: [],
    isStrict: true,
  }
}
