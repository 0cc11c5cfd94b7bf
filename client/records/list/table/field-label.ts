import type { CollectionName } from '../../../../shared/collections.ts'
import { listField } from '../../../../shared/lists/fields.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { fieldTitle } from '../../words/labels.ts'

/** Names fields of a collection's lists: «Сумма»; «Покупатель: Сегмент» for one behind a reference. */
export function createFieldLabel(collection: () => CollectionName): (name: string) => string {
  const { t } = useWords()
  return (name) => {
    const [first = '', second] = name.split('.')
    const field = listField(collection(), name)
    if (!field) return name
    const own = fieldTitle(t, collection(), first)
    const to = listField(collection(), first)?.to
    if (second === undefined || to === undefined) return own
    return t('lists.filter.throughField', { reference: own, field: fieldTitle(t, to as CollectionName, second) })
  }
}
