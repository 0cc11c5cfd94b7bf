import { entryId } from '../../importing/planning/ids.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { doubtOfBarcode } from '../../records/forms/barcode.ts'
import { withCheckDigit } from '../check-digit.ts'
import type { DemoWords } from '../process.ts'
import { CATALOGUE, type ProductId } from './catalogue.ts'

const KOPECKS = 100
const NO_VAT = 'none'

/** Where the groups of products stand in their tree; those that are not named stand at its top. */
export const GROUP_OF: { readonly [id in keyof DemoWords['groups']]?: keyof DemoWords['groups'] } = {
  kitchens: 'house',
  furniture: 'house',
  worktops: 'parts',
  sinks: 'parts',
  fittings: 'parts',
}

/** Codes of units in OKEI. */
export const UNIT_CODES: { readonly [id in keyof DemoWords['units']]?: string } = {
  piece: '796',
  set: '839',
  metre: '006',
}

/** Since when a type of price holds, and its share of the list price. */
const PRICES = [
  { priceType: 'showroom', date: '2016-08-01', share: 0.9 },
  { priceType: 'showroom', date: '2025-09-01', share: 1 },
  { priceType: 'partners', date: '2025-09-01', share: 0.88 },
] as const satisfies readonly { readonly priceType: keyof DemoWords['priceTypes']; readonly [more: string]: unknown }[]

/** A product with its group, barcode and dated prices. */
export function productOf(id: ProductId, { categories, units }: DemoWords): JsonObject {
  const { category, group = category, unit, price, ...product } = CATALOGUE[id]
  return {
    ...product,
    ...(product.type === 'goods' && { barcode: barcodeOf(id) }),
    ...{ category: categories[category], group, unit: units[unit] },
    ...{ price: price * KOPECKS, vat: NO_VAT, prices: pricesOf(id, price) },
  }
}

/** EAN-13 of the range that shops use among themselves. */
function barcodeOf(id: ProductId): string {
  const number = Object.keys(CATALOGUE).indexOf(id) + 1
  return withCheckDigit(`2000000${String(number).padStart(5, '0')}_`, (code) => doubtOfBarcode(code) === null)
}

/** In whole rubles. */
function pricesOf(id: ProductId, price: number): JsonObject {
  return Object.fromEntries(
    PRICES.map(({ priceType, date, share }, i) => {
      const sum = Math.round(price * share) * KOPECKS
      return [entryId(id, 'prices', i), { priceType, date, price: sum }]
    }),
  )
}
