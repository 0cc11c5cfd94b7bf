import { criteriaField, partsOf } from '../../../shared/rules/criteria/fields.ts'
import { useWords } from '../../ui/words/words.tsx'
import { entryLabel, fieldTitle } from './labels.ts'

/** Names what criteria of rules may name: «Сумма», «Покупатель: Сегмент», «Было: Состояние». */
export function createCriteriaLabel(): (key: string) => string {
  const { t } = useWords()
  return (key) => {
    const { part, name } = partsOf(key)
    if (!part || !criteriaField(key)) return key
    if (part === 'order') return fieldTitle(t, 'orders', name)
    return t(`rules.criteria.parts.${part}`, { field: titleIn(part, name) })
  }

  function titleIn(part: 'was' | 'changed' | 'customer' | 'contact' | 'lines', name: string): string {
    if (part === 'contact') return t(entryLabel('customers', 'contacts', name))
    if (part === 'lines') return t(name === 'group' ? 'records.productGroups.one' : 'records.products.one')
    return fieldTitle(t, part === 'customer' ? 'customers' : 'orders', name)
  }
}
