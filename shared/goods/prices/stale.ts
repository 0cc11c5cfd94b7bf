import { type PricedGoods, priceOn } from './held.ts'

/** What a line says of its price. */
export interface PricedLine {
  readonly price: number | null
  readonly priceType: string | null
  readonly priceDate: string | null
}

/** The price that a line would take now, and from when it holds. */
export interface FresherPrice {
  readonly price: number
  readonly date: string | null
}

/** The price that holds on a day in the place of the one that the line took; null where the line's still does (SPEC N4). */
export function staleBy(line: PricedLine, product: PricedGoods | null, day: string): FresherPrice | null {
  if (product === null || line.priceType === null) return null
  const held = priceOn(product, line.priceType, day)
  return held === null || held.price === line.price ? null : { price: held.price, date: held.date }
}
