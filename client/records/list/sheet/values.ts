import type { CollectionName } from '../../../../shared/collections.ts'
import { decimalsOf, unitsOf } from '../../../../shared/custom/numbers.ts'
import { NAME, ODD } from '../../../../shared/custom/values.ts'
import { listField } from '../../../../shared/lists/fields.ts'
import type { SheetValue } from '../../../../shared/lists/sheet.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import type { Item } from '../../../data/queries/query.ts'
import { currencyScale } from '../../../ui/words/format.ts'
import { inZone } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createCurrency } from '../../company.ts'
import { choiceLabel } from '../../words/labels.ts'

/** How many decimals the integers of a type stand for. */
const SCALES: { readonly [T in Field['type']]?: number } = { quantity: 3, percent: 2, integer: 0, hue: 0 }

/** Gives the value of an item's field as spreadsheets take it: names for references, words for choices. */
export function createSheetValues(collection: CollectionName): (item: Item, name: string) => SheetValue {
  const { t, zone } = useWords()
  const currency = createCurrency()
  const text = (words: string): SheetValue => (words === '' ? null : { is: 'text', text: words })
  const nameOf = (item: Item, name: string) => {
    if (item[name] !== COMPLETED) return String(item[`${name}Name`] ?? '')
    return t(item.completion === 'cancelled' ? 'orders.completedAs.cancelled' : 'orders.completed')
  }
  const ofNumber = (item: Item, field: Field, value: number): SheetValue => {
    const { type } = field
    if (type === 'decimal') {
      const scale = decimalsOf(field, value)
      return { is: 'number', value: unitsOf(value, scale), scale }
    }
    if (type === 'instant') return { is: 'time', ...inZone(value, zone()) }
    const scale = type === 'money' ? currencyScale(String(item.currency ?? currency())) : (SCALES[type] ?? 0)
    return { is: 'number', value, scale }
  }
  return (item, name) => {
    const field = listField(collection, name)
    const value = item[name] ?? null
    if (field?.added && item[name + ODD] !== undefined) return text(String(item[name + ODD]))
    if (!field || value === null) return null
    if (field.added?.options.length) return text(String(item[name + NAME] ?? ''))
    if (field.to) return text(nameOf(item, name))
    if (field.choices)
      return text(
        [value]
          .flat()
          .map((one) => t(choiceLabel(collection, name, String(one))))
          .join(', '),
      )
    if (typeof value === 'number') return ofNumber(item, field, value)
    if (typeof value === 'boolean') return text(t(value ? 'common.yes' : 'common.no'))
    if (field.type === 'date') return { is: 'date', date: String(value) }
    return text(Array.isArray(value) ? value.join(', ') : String(value))
  }
}
