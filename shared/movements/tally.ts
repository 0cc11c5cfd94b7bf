import type { Order, Payment, Shipment } from '../orders/collections.ts'
import { sumOf } from '../orders/sums/exact.ts'
import { standing } from './facts.ts'

/** What facts came to: thousandths of a unit and minor units. */
export interface Tally {
  readonly quantity: number
  readonly sum: number
  readonly vat: number
}

const NOTHING: Tally = { quantity: 0, sum: 0, vat: 0 }

/** What went out and came back of one product by one line. */
export interface Traded {
  readonly line: string | null
  readonly product: string | null
  readonly shipped: Tally
  readonly returned: Tally
  /** How many returns there were: each is rounded by itself. */
  readonly returns: number
}

/** What standing shipments and returns came to, by line and product, in the order in which they first came up. */
export function tradedIn(order: Pick<Order, 'shipments'>): readonly Traded[] {
  const groups = Map.groupBy(standing(order.shipments), ({ line, product }) => keyOf(line, product))
  return [...groups.values()].map((facts) => ({
    line: facts[0]?.line ?? null,
    product: facts[0]?.product ?? null,
    shipped: tallyOf(facts.filter(({ kind }) => kind === 'shipment')),
    returned: tallyOf(facts.filter(({ kind }) => kind === 'return')),
    returns: facts.filter(({ kind }) => kind === 'return').length,
  }))
}

/** What was traded by a line, of the product that it names now. */
export function tradedBy(
  traded: readonly Traded[],
  line: { readonly id: string; readonly product: string | null },
): Omit<Traded, 'line' | 'product'> {
  const found = traded.find((one) => one.line === line.id && one.product === line.product)
  return found ?? { shipped: NOTHING, returned: NOTHING, returns: 0 }
}

/** What is left of a tally when another is taken off it. */
export function less(one: Tally, other: Tally): Tally {
  return {
    quantity: sumOf([one.quantity, -other.quantity]),
    sum: sumOf([one.sum, -other.sum]),
    vat: sumOf([one.vat, -other.vat]),
  }
}

/** What came in by payments less what was given back, minor units. */
export function paidIn(order: Pick<Order, 'payments'>, counts: (payment: Payment) => boolean = () => true): number {
  return sumOf(standing(order.payments).filter(counts).map(signedSum))
}

/** What a payment brought in; below nothing what a refund gave back. */
export function signedSum({ kind, sum }: Payment): number {
  if (kind === null) return 0
  return (kind === 'refund' ? -1 : 1) * (sum ?? 0)
}

function tallyOf(facts: readonly Shipment[]): Tally {
  return {
    quantity: sumOf(facts.map(({ quantity }) => quantity ?? 0)),
    sum: sumOf(facts.map(({ sum }) => sum ?? 0)),
    vat: sumOf(facts.map(({ vatSum }) => vatSum ?? 0)),
  }
}

function keyOf(line: string | null, product: string | null): string {
  return JSON.stringify([line, product])
}
