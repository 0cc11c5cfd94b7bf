import type { CollectionName } from '../../../../shared/collections.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import { criteriaField, criteriaFields, partsOf } from '../../../../shared/rules/criteria/fields.ts'
import type { FilterGround } from '../../../records/list/filter/context.tsx'
import { createValues } from '../../../records/list/table/values.ts'
import { entryLabel, fieldTitle } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What criteria of rules may name: an order, its customer, contact and lines, what stood before the move, and what it changed. */
export function createCriteriaGround(sort: () => Sort): FilterGround {
  return {
    get fields() {
      return criteriaFields().map(({ key }) => key)
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

/** Names what criteria may name: «Сумма», «Покупатель: Сегмент», «Было: Состояние». */
function createCriteriaLabel(): (key: string) => string {
  const { t } = useWords()
  return (key) => {
    const { part, name } = partsOf(key)
    if (!part || !criteriaField(key)) return key
    const field = part === 'lines' ? t(LINES[name] ?? 'records.orders.lists.lines') : titleIn(part, name)
    return part === 'order' ? field : t(`rules.criteria.parts.${part}`, { field })
  }

  function titleIn(part: 'order' | 'was' | 'changed' | 'customer' | 'contact', name: string): string {
    if (part === 'contact') return t(entryLabel('customers', 'contacts', name))
    return fieldTitle(t, part === 'customer' ? 'customers' : 'orders', name)
  }
}

const LINES: { readonly [name: string]: 'records.products.one' | 'records.productGroups.one' } = {
  product: 'records.products.one',
  group: 'records.productGroups.one',
}

/** The collection and field whose words the choices of a field have. */
function placeOf(key: string): readonly [CollectionName, string] {
  const { part, name } = partsOf(key)
  return [part === 'customer' || part === 'contact' ? 'customers' : 'orders', name]
}
