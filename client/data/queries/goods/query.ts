import type { PriceChange, PriceSetting, PricesSet } from '../../../../shared/goods/prices/set-prices.ts'

/** What a setting of prices would do to the goods of a group (null: to all), and of how many it is shown. */
export interface PricingQuery {
  readonly what: 'pricing'
  /** Null while it is not filled in: nothing is changed then. */
  readonly setting: PriceSetting | null
  readonly group: string | null
  readonly shown: number
  /** Whether all ids are asked for, as for whoever sets the prices. */
  readonly withIds?: true
}

export interface PricingAnswer {
  readonly what: 'pricing'
  /** Goods in all, of whatever group. */
  readonly total: number
  /** Goods whose prices are reckoned. */
  readonly count: number
  readonly counts: PricesSet
  readonly rows: readonly ShownChange[]
  readonly ids: readonly string[]
}

/** A product with what becomes of its price. */
export interface ShownChange {
  readonly id: string
  readonly name: string | null
  readonly change: PriceChange
}
