import type { CollectionName } from '../../shared/collections.ts'
import type { PlainPath } from '../../shared/locales/index.ts'

/**
 * Where the dictionaries name collections, fields and choices. The paths are built from the declarations; a test holds
 * that each of them is there.
 */
export function fieldLabel(collection: CollectionName, field: string): PlainPath {
  return `records.${collection}.fields.${field}` as PlainPath
}

/** «Покупатель»: one record of the collection. */
export function oneLabel(collection: CollectionName): PlainPath {
  return `records.${collection}.one` as PlainPath
}

/** «Покупатели»: the collection as a whole. */
export function manyLabel(collection: CollectionName): PlainPath {
  return `records.${collection}.many` as PlainPath
}

/** The word of a choice. «Заказ-наряд» and the type of product «Работа» are both `work`: orders have their own word. */
export function choiceLabel(collection: CollectionName, field: string, choice: string): PlainPath {
  const isWorkOrder = choice === 'work' && field === 'sort' && (collection === 'kinds' || collection === 'orders')
  return `records.choices.${isWorkOrder ? 'workOrder' : choice}` as PlainPath
}
