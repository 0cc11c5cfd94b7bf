import { movementsOf } from '../../../movements/movements.ts'
import type { Sale } from '../../../movements/types.ts'
import type { Order } from '../../../orders/collections.ts'
import { type Standing, standingOf } from '../../../orders/moves/moves.ts'
import type { Layout } from '../columns.ts'
import { dayNumber } from '../days.ts'

/** A fact of an order as its row says it, before zone and rates of the company are known (SPEC RP18). */
export interface RawFact {
  /** The day of a paper, days since 1970; null: `at` says when. */
  readonly day: number | null
  /** An instant, ms; null: none is known. */
  readonly at: number | null
  /** Of the dimensions that are a fact's own. */
  readonly keys: readonly (string | null)[]
  /** Of the sums that are kept, in the order's currency where they are money. */
  readonly sums: readonly number[]
}

/** What all facts of an order have in common. */
export interface AboutOrder {
  /** By dimension. */
  readonly keys: { readonly [dimension: string]: string | null }
  readonly currency: string | null
  /** Rates of this moment are taken, ms. */
  readonly dated: number
}

/** An order, and what is read of it once for the facts of all sources. */
export interface OrderRead {
  readonly order: Order
  readonly standing: Standing
  readonly sales: readonly Sale[]
}

/** How facts of orders are laid out, and kept. */
export interface RawLayout extends Layout {
  /** How many of the dimensions are a fact's own, the first ones; the others are the order's. */
  readonly own: number
  /** How many of the sums are kept, the first ones. Behind them `dated`, and `unrated`: 1 without a rate, else 0. */
  readonly kept: number
  /** Sums in the order's currency that are turned into the company's. */
  readonly money: readonly string[]
  /** Sums that are kept as instants, and are days. */
  readonly instants?: readonly string[]
  /** Whether an order's facts stand by their days. */
  readonly isByDay?: boolean
  rawOf(read: OrderRead): readonly RawFact[]
}

/** The dimensions of which an order has one key for all of its facts. */
export const ABOUT_ORDER = [
  'customer',
  'manager',
  'department',
  'organisation',
  'project',
  'source',
  'sort',
  'kind',
  'currency',
] as const

export function readOrder(order: Order): OrderRead {
  return { order, standing: standingOf(order), sales: movementsOf(order).sales }
}

export function aboutOrder({ order, standing }: OrderRead): AboutOrder {
  const { customer, responsible: manager, department, organisation, project, source, sort, currency } = order
  const keys = { customer, manager, department, organisation, project, source, sort, kind: standing.kind, currency }
  return { keys, currency, dated: order.date ?? order.madeAt }
}

/** When something was done, by a paper's day or its moment. */
export function whenOf({ day, at }: { readonly day: string | null; readonly at: number | null }) {
  return { day: dayNumber(day), at: day === null ? at : null }
}
