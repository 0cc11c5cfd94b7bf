import { COLLECTIONS, type CollectionName } from '../../collections.ts'
import type { CustomField } from '../../custom/declared.ts'
import { decimalsOf, unitsOf } from '../../custom/numbers.ts'
import { readAs } from '../../custom/reading.ts'
import { customers } from '../../customers/collections.ts'
import { decimalText } from '../../lists/decimal-text.ts'
import { type Figures, figuresOf } from '../../print/figures.ts'
import type { Collection } from '../../records/declarations/collection.ts'
import type { CustomValues } from '../../records/declarations/custom.ts'
import type { Json } from '../../records/declarations/value.ts'
import { MESSAGE_WORDS } from '../words.ts'
import { type Around, customerOf, waysOfCompany } from './around.ts'
import { ORDER_VALUES, type Value } from './order-values.ts'
import type { Parameter } from './parameters.ts'

/** What stands for a parameter around an order, in the company's language (SPEC TX5); '' where there is nothing. */
export function valueFor(parameter: Parameter, around: Around): Value {
  if (parameter.of === 'order') return ORDER_VALUES[parameter.name](around)
  const { field } = parameter
  const row: CustomValues | null = field.of === customers.name ? customerOf(around) : around.order
  const value = readAs(field.field, row?.[field.name])
  return value === null ? '' : addedText(field, value, around)
}

function addedText({ field, type }: CustomField, value: Json, { find }: Around): string {
  const { language, currency } = waysOfCompany(find)
  const words = MESSAGE_WORDS[language]
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number')
    return numberText(field, value, figuresOf(language, currency), language === 'ru' ? ',' : '.')
  const texts = (Array.isArray(value) ? value : [value]).map(String)
  if (type === 'day') return figuresOf(language).day(texts[0] ?? null)
  const optionName = (id: string) => field.added?.options.find((option) => option.id === id)?.name ?? id
  const nameOf = (id: string) => {
    const name = find(COLLECTIONS[field.to as CollectionName] as Collection, id)?.name
    return typeof name === 'string' ? name : ''
  }
  if (field.to !== undefined) return texts.map(nameOf).join(', ')
  return texts.map(type === 'choice' || type === 'choices' ? optionName : String).join(', ')
}

function numberText(field: CustomField['field'], value: number, figures: Figures, point: string): string {
  if (field.type === 'money') return figures.sum(value)
  const decimals = decimalsOf(field, value)
  return decimalText(unitsOf(value, decimals), decimals, point)
}
