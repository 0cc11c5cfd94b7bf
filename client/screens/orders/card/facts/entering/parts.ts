import { nextPart } from '../../../../../../shared/movements/lines.ts'
import { movementsOf } from '../../../../../../shared/movements/movements.ts'
import type { Order } from '../../../../../../shared/orders/collections.ts'
import { outOf, type Part } from '../../../../../../shared/orders/facts/ship.ts'
import { type Sold, worthOf } from '../../../../../../shared/orders/facts/sold.ts'
import { sumOf } from '../../../../../../shared/orders/sums/exact.ts'

/** What may go out, or come back, of one line: thousandths of a unit, below nothing where the line takes goods back. */
export interface Offered {
  readonly line: string | null
  readonly product: string | null
  readonly quantity: number
  /** What a part of it comes to, minor units. */
  readonly sumOf: (quantity: number) => number
}

/** What somebody wrote instead of all that there is, by what is offered. */
export type Written = { readonly [key: string]: number | null }

/** Tells what is offered apart: a line may have sold several products, one after the other. */
export function keyOf({ line, product }: Pick<Offered, 'line' | 'product'>): string {
  return JSON.stringify([line, product])
}

/** What is left to ship, or what is out and may come back. */
export function offeredOf(order: Order, act: 'ship' | 'takeBack'): readonly Offered[] {
  return act === 'ship' ? movementsOf(order).toShip.map((one) => shipped(order, one)) : outOf(order).map(returned)
}

/** What of one line goes: all that there is, unless something else was written. */
export function quantityOf(offered: Offered, written: Written): number {
  const own = written[keyOf(offered)]
  return own === undefined ? offered.quantity : (own ?? 0)
}

/** The parts that were chosen; undefined where all goes. */
export function partsOf(offered: readonly Offered[], written: Written): readonly Part[] | undefined {
  if (offered.every((one) => quantityOf(one, written) === one.quantity)) return undefined
  const parts = offered.map((one) => ({
    line: one.line ?? '',
    product: one.product,
    quantity: quantityOf(one, written),
  }))
  return parts.filter(({ quantity }) => quantity !== 0)
}

/** What all that goes comes to. */
export function sumOfParts(offered: readonly Offered[], written: Written): number {
  return sumOf(offered.map((one) => one.sumOf(quantityOf(one, written))))
}

function shipped(
  order: Order,
  of: { readonly line: string; readonly product: string | null; readonly quantity: number },
) {
  const line = order.lines.find(({ id }) => id === of.line)
  return { ...of, sumOf: (quantity: number) => (line ? nextPart(order, line, quantity).sum : 0) }
}

function returned(sold: Sold): Offered {
  const { line, product, quantity } = sold
  return { line, product, quantity, sumOf: (part) => worthOf(sold, part).sum }
}
