import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { addedAt } from '../../../shared/custom/known.ts'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { type Collection, GONE, own } from '../../../shared/records/declarations/collection.ts'
import { isCustomName } from '../../../shared/records/declarations/custom.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import { askedLabel } from '../../ui/words/failure-labels.ts'
import type { useWords } from '../../ui/words/words.tsx'

/**
 * Where the dictionaries name collections, fields and choices. The paths are built from the declarations; a test holds
 * that each of them is there.
 */
export function fieldLabel(collection: CollectionName, field: string): PlainPath {
  return `records.${collection}.fields.${field}` as PlainPath
}

/** Fields of lists with words of their own: elsewhere one word serves the record and its lists. */
const OWN_WORDS: { readonly [C in CollectionName]?: { readonly [list: string]: readonly string[] } } = {
  customers: { contacts: ['name'] },
}

/** What a field of a list's entry is called: «Имя» of a contact. */
export function entryLabel(collection: CollectionName, list: string, field: string): PlainPath {
  const isOwn = OWN_WORDS[collection]?.[list]?.includes(field)
  return isOwn ? (`records.${collection}.entries.${list}.${field}` as PlainPath) : fieldLabel(collection, field)
}

/** «Покупатель»: one record of the collection. */
export function oneLabel(collection: CollectionName): PlainPath {
  return `records.${collection}.one` as PlainPath
}

/** «Покупатели»: the collection as a whole. */
export function manyLabel(collection: CollectionName): PlainPath {
  return `records.${collection}.many` as PlainPath
}

/**
 * What stands at a path, in words: «Контакт», «Цена», «Строка» for an entry of a list, «Создание» for the record itself.
 * The entry that a path names may be left out of it: `lines/price`.
 */
export function pathLabel(collection: CollectionName, path: string): PlainPath {
  const [first = '', ...rest] = path.split('/')
  const list = own((COLLECTIONS[collection] as Collection).lists, first)
  const field = rest.at(-1)
  if (first === '') return 'records.paths.made'
  if (!list) return first === GONE ? 'records.paths.gone' : placeOr(first, fieldLabel(collection, first))
  const isField = field !== undefined && own(list.fields, field) !== undefined
  if (!isField) return `records.${collection}.lists.${first}` as PlainPath
  return placeOr(field, entryLabel(collection, first, field))
}

function placeOr(field: string, label: PlainPath): PlainPath {
  return field === 'place' ? 'records.paths.place' : label
}

/** Collections whose records are of a sort of order. */
const OF_SORTS: readonly CollectionName[] = ['kinds', 'orders', 'orderTemplates', 'rules', 'messageTemplates']

type Translate = ReturnType<typeof useWords>['t']

/** What a field is called: one that the company added by its own name, the others by the dictionary. */
export function fieldTitle(t: Translate, collection: CollectionName, field: string): string {
  return titleOfAdded(t, collection, field) ?? t(fieldLabel(collection, field))
}

/** `pathLabel` in words, fields that the company added among them. */
export function pathTitle(t: Translate, collection: CollectionName, path: string): string {
  return titleOfAdded(t, collection, path) ?? t(pathLabel(collection, path))
}

/** A declaration that has not come yet, or has no name, names no field. */
function titleOfAdded(t: Translate, collection: CollectionName, name: string): string | undefined {
  if (!isCustomName(name)) return undefined
  return addedAt(collection, name)?.field.added?.title || t('records.paths.added')
}

/** What a choice of a field is called: an option that the company added, or a word of the dictionary. */
export function choiceTitle(
  t: Translate,
  collection: CollectionName,
  { name, field }: { readonly name: string; readonly field: Field },
  choice: string,
): string {
  if (!field.added) return t(choiceLabel(collection, name, choice))
  return field.added.options.find(({ id }) => id === choice)?.name ?? choice
}

/** The word of a choice. «Заказ-наряд» and the type of product «Работа» are both `work`: orders have their own word. */
export function choiceLabel(collection: CollectionName, field: string, choice: string): PlainPath {
  if (collection === 'states' && field === 'requires') return askedLabel(choice)
  const isWorkOrder = choice === 'work' && field === 'sort' && OF_SORTS.includes(collection)
  return `records.choices.${isWorkOrder ? 'workOrder' : choice}` as PlainPath
}
