import { collection } from '../records/declarations/collection.ts'
import { choice, money, place, text } from '../records/declarations/fields.ts'

/** What a product is to the company. */
const PRODUCT_TYPES = ['goods', 'service', 'work'] as const
export type ProductType = (typeof PRODUCT_TYPES)[number]
/** VAT rates by name: the rate's percent, or none. */
export const VAT_RATES = ['none', 'vat0', 'vat5', 'vat7', 'vat10', 'vat20', 'vat22'] as const
/** Percent of each rate. */
export const VAT_PERCENT: Readonly<Record<(typeof VAT_RATES)[number], number>> = {
  none: 0,
  vat0: 0,
  vat5: 5,
  vat7: 7,
  vat10: 10,
  vat20: 20,
  vat22: 22,
}

/** «Номенклатура». */
export const products = collection('products', {
  version: 1,
  family: 'goods',
  fields: {
    name: text({ required: true }),
    type: choice(PRODUCT_TYPES),
    article: text(),
    category: text(),
    unit: text(),
    price: money(),
    vat: choice(VAT_RATES),
  },
})

/** «Виды цен»: retail, wholesale. */
export const priceTypes = collection('priceTypes', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), currency: text(), place: place() },
})

/** «Единицы измерения», with their code in OKEI. */
export const units = collection('units', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), fullName: text(), code: text() },
})
