import type { Product } from '../collections.ts'
import { priceOn } from './held.ts'

/**
 * What a line takes over of a product that is chosen for it, its price by the document's type of price on its day (SPEC N4);
 * where there is none of that type, the product's own, whose source is not kept.
 */
export function takenFrom(product: Product, priceType: string | null, day: string) {
  const { unit, vat } = product
  const held = priceOn(product, priceType, day) ?? priceOn(product, null, day)
  return {
    unit,
    vat,
    price: held?.price ?? null,
    priceType: held?.priceType ?? null,
    priceDate: held?.date ?? null,
  }
}
