import { collection } from '../records/declarations/collection.ts'
import { choice, money, text } from '../records/declarations/fields.ts'

/** What a product is to the company. */
const PRODUCT_TYPES = ['goods', 'service', 'work'] as const
/** VAT rates by name: the rate's percent, or none. */
export const VAT_RATES = ['none', 'vat0', 'vat5', 'vat7', 'vat10', 'vat20', 'vat22'] as const

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
