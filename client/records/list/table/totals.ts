import type { CollectionName } from '../../../../shared/collections.ts'
import { listField } from '../../../../shared/lists/fields.ts'
import type { Totals } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { numberText } from '../../words/number-text.ts'

/** Writes the sum of a field as its type has it; `bare`: without the currency's sign, under its column. */
export function createTotals(collection: CollectionName, currency: () => string) {
  const { format } = useWords()
  return (field: string, totals: Totals, bare = false): string => {
    const sum = totals[field] ?? 0
    const declared = listField(collection, field)
    const type = declared?.type
    if (type === 'money') return format.money(sum, currency(), { bare })
    if (declared && type === 'decimal') return numberText(format, declared, sum)
    return type === 'quantity' ? format.quantity(sum) : format.integer(sum)
  }
}
