import type { PricedGoods } from '../../goods/prices/held.ts'
import { priceOn } from '../../goods/prices/held.ts'
import type { Line, Order } from '../collections.ts'

/** What a line takes of a price type: the price with its source. */
export interface TakenPrice {
  readonly line: string
  readonly price: number
  readonly priceType: string
  readonly priceDate: string | null
}

/** What taking the prices of an order's type would do. */
export interface TakenPrices {
  /** Lines that would have another price, or its source. */
  readonly taken: readonly TakenPrice[]
  /** How many lines have no price of that type: they stay. */
  readonly left: number
}

type Priced = Pick<Order, 'priceType'> & { readonly lines: readonly Line[] }

/** What the lines of an order cost by its price type on a day, `YYYY-MM-DD` (goods/SPEC N8). */
export function pricesFor(
  { priceType, lines }: Priced,
  productOf: (id: string) => PricedGoods | null,
  day: string,
): TakenPrices {
  if (priceType === null) return { taken: [], left: 0 }
  const found = lines.map((line) => ({ line, held: heldBy(line, priceType, productOf, day) }))
  return {
    taken: found.flatMap(({ line, held }) => {
      if (!held || (line.price === held.price && line.priceType === priceType && line.priceDate === held.date))
        return []
      return [{ line: line.id, price: held.price, priceType, priceDate: held.date }]
    }),
    left: found.filter(({ held }) => held === null).length,
  }
}

/** Whether prices of a type are in an order's currency; where one is null it is the company's, `own`. */
export function isPricedIn(type: { readonly currency: string | null }, currency: string | null, own: string): boolean {
  return (type.currency ?? own) === (currency ?? own)
}

function heldBy({ product }: Line, priceType: string, productOf: (id: string) => PricedGoods | null, day: string) {
  const known = product === null ? null : productOf(product)
  return known === null ? null : priceOn(known, priceType, day)
}
