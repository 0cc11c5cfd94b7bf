import type { ProductType } from '../goods/collections.ts'
import type { Order } from '../orders/collections.ts'

/** What movements are made of. */
export type Moving = Pick<
  Order,
  'sort' | 'posted' | 'gone' | 'discount' | 'vatMode' | 'lines' | 'moves' | 'shipments' | 'payments'
>

/** A quantity of one line, thousandths of a unit, and what it comes to, minor units. */
export interface LineQuantity {
  readonly line: string
  readonly product: string | null
  readonly quantity: number
  readonly sum: number
}

/** What was sold, or came back and is below nothing. */
export interface Sale {
  readonly line: string | null
  readonly product: string | null
  readonly quantity: number
  readonly sum: number
  readonly vat: number
  /** The day that its paper bears; a sale by success has none, only its moment, ms. */
  readonly day: string | null
  readonly at: number | null
  readonly by: 'shipment' | 'return' | 'success'
}

/** What an order means to stock, sales and debts (SPEC). */
export interface Movements {
  readonly reserved: readonly LineQuantity[]
  readonly toShip: readonly LineQuantity[]
  readonly sales: readonly Sale[]
  /** What the sales come to. */
  readonly sold: number
  readonly paid: number
  /** Above nothing the customer owes us, below we owe the customer. */
  readonly owed: number
  readonly doubts: readonly Doubt[]
}

/** Says what a product is; null where that is not known. */
export type TypeOf = (product: string) => ProductType | null

/** What is odd about an order's facts (SPEC M1, M11); quantities in thousandths, sums in minor units, above nothing. */
export type Doubt =
  | { readonly what: 'not-posted' | 'removed' }
  | {
      readonly what: 'line-missing' | 'product-changed' | 'over-shipped' | 'over-returned'
      readonly line: string | null
      readonly product: string | null
      readonly quantity: number
    }
  | { readonly what: 'over-refunded'; readonly sum: number }
