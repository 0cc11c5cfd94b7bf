import type { DatedPrice, Product } from '../collections.ts'

/** What prices are looked up in. */
export type PricedGoods = Pick<Product, 'price' | 'prices'>

/** A price with where it came from; both null: the product's own. */
export interface HeldPrice {
  readonly price: number
  readonly priceType: string | null
  /** From when on it holds, `YYYY-MM-DD`. */
  readonly date: string | null
}

/** The price of a type that holds on a day, `YYYY-MM-DD`; null where there is none (SPEC N3). */
export function priceOn(product: PricedGoods, priceType: string | null, day: string): HeldPrice | null {
  if (priceType === null) return product.price === null ? null : { price: product.price, priceType, date: null }
  const held = pricesOf(product, priceType).find(({ date }) => date <= day)
  return held ? { price: held.price, priceType, date: held.date } : null
}

type Whole = DatedPrice & { readonly date: string; readonly price: number }

/** All prices of a type, the latest first; those that are not filled in do not count. */
export function pricesOf({ prices }: Pick<PricedGoods, 'prices'>, priceType: string): readonly Whole[] {
  const whole = prices.filter(
    (one): one is Whole => one.priceType === priceType && one.date !== null && one.price !== null,
  )
  return whole.toSorted((a, b) => compare(b.date, a.date) || b.madeAt - a.madeAt || compare(b.id, a.id))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
