import { Failure } from '../../errors.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Product, products } from '../collections.ts'
import { priceOn, pricesOf } from './held.ts'
import { type NoPrice, type PriceRule, priceBy } from './rule.ts'

/** Prices of one type that hold from a day on. */
export interface PriceSetting {
  readonly priceType: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly rule: PriceRule
}

/** What becomes of a product's price. */
export type PriceChange = {
  /** The price that holds on the day; null: none. */
  readonly was: number | null
} & ({ readonly price: number; readonly isSame: boolean } | { readonly not: NoPrice })

/** What a setting would make of a product: the preview, and what is written. */
export function changeBy({ priceType, date, rule }: PriceSetting, product: Product): PriceChange {
  const was = priceOn(product, priceType, date)?.price ?? null
  const by = priceBy(rule, product, date)
  return 'not' in by ? { was, not: by.not } : { was, price: by.price, isSame: by.price === was }
}

/** How many products were given a price, cost that much already, or were left without one. */
export interface PricesSet {
  readonly set: number
  readonly same: number
  readonly left: number
}

/** «Установка цен» (SPEC N5 to N7). Failure `price-type-missing`; removed products count as left. */
export function setPrices(
  tx: Transaction,
  { ids, ...setting }: PriceSetting & { readonly ids: readonly string[] },
): PricesSet {
  if (setting.priceType === '') throw new Failure('price-type-missing')
  let [set, same, left] = [0, 0, 0]
  for (const id of new Set(ids)) {
    const product = tx.find(products, id)
    const change = product === null || product.gone ? null : changeBy(setting, product)
    if (product === null || change === null || 'not' in change) left++
    else if (change.isSame) same++
    else {
      writePrice(tx, product, { ...setting, price: change.price })
      set++
    }
  }
  return { set, same, left }
}

/** One price of a product. Failure `price-type-missing`. */
export function setPrice(
  tx: Transaction,
  { id, ...price }: { readonly id: string; readonly priceType: string; readonly date: string; readonly price: number },
): void {
  if (price.priceType === '') throw new Failure('price-type-missing')
  writePrice(tx, tx.get(products, id), price)
}

/** Takes a price away; the one before it holds again. */
export function removePrice(tx: Transaction, { id, entry }: { readonly id: string; readonly entry: string }): void {
  tx.removeEntry(products, id, 'prices', entry)
}

/** A price of that type and day is written anew: there are no two of them (SPEC N7). */
function writePrice(
  tx: Transaction,
  product: Product,
  { priceType, date, price }: { readonly priceType: string; readonly date: string; readonly price: number },
): void {
  const known = pricesOf(product, priceType).find((one) => one.date === date)
  if (known) tx.setEntry(products, product.id, 'prices', known.id, { price })
  else tx.add(products, product.id, 'prices', newEntryId(), { priceType, date, price })
}
