import { type Accessor, createMemo } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { isDoubled, takenIn } from '../../../shared/lists/doubled.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { createAll } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Lists that are chosen from by names: of two alike nobody knows which is meant. */
const CHOSEN_BY_NAME: readonly CollectionName[] = [
  'organisations',
  'departments',
  'people',
  'kinds',
  'states',
  'reasons',
  'orderTemplates',
  'projects',
  'sources',
  'productGroups',
  'units',
  'priceTypes',
  'currencies',
]

/** Says of a field that another record of the list has the same name, or code; it is kept all the same (company/SPEC S7). */
export function createDoubled(
  collection: CollectionName,
  id: Accessor<string>,
  values: Accessor<{ readonly [field: string]: unknown }>,
): (field: string) => string | undefined {
  const { t } = useWords()
  if (!CHOSEN_BY_NAME.includes(collection)) return () => undefined
  const all = createAll<Collection>(COLLECTIONS[collection])
  const taken = createMemo(() => takenIn(all().filter((row) => row.id !== id())))
  return (field) => (isDoubled(taken(), values(), field) ? t('common.doubts.doubled') : undefined)
}
