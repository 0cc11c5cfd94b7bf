import type { Payment, Shipment } from '../../orders/collections.ts'
import type { Moving } from '../types.ts'

interface Fact {
  readonly id: string
  readonly undoes: string | null
}

/** What a clerk has written down of an order's facts, minor units and thousandths. */
export interface Ledger {
  readonly shipped: bigint
  readonly returned: bigint
  readonly paid: bigint
  readonly refunded: bigint
  /** Quantities that are with the customer, by line and product. */
  readonly out: ReadonlyMap<string, bigint>
}

/** Goes through the facts one by one, the undone ones struck out before: another way than the movements go. */
export function ledgerOf(order: Moving): Ledger {
  const ledger = { shipped: 0n, returned: 0n, paid: 0n, refunded: 0n, out: new Map<string, bigint>() }
  if (!order.posted || order.gone) return ledger
  for (const fact of struckOut(order.shipments)) takeShipment(ledger, fact)
  for (const { kind, sum } of struckOut(order.payments)) {
    if (kind === 'payment') ledger.paid += BigInt(sum ?? 0)
    if (kind === 'refund') ledger.refunded += BigInt(sum ?? 0)
  }
  return ledger
}

/** Shipments − returns − payments + refunds. */
export function owedBy({ shipped, returned, paid, refunded }: Ledger): bigint {
  return shipped - returned - paid + refunded
}

function takeShipment(
  ledger: { shipped: bigint; returned: bigint; readonly out: Map<string, bigint> },
  { kind, line, product, quantity, sum }: Shipment,
): void {
  if (kind === null) return
  if (kind === 'shipment') ledger.shipped += BigInt(sum ?? 0)
  else ledger.returned += BigInt(sum ?? 0)
  const key = `${line} ${product}`
  const went = BigInt(quantity ?? 0) * (kind === 'return' ? -1n : 1n)
  ledger.out.set(key, (ledger.out.get(key) ?? 0n) + went)
}

/** Strikes out, from the last undoing to the first, each that nothing left undoes, together with what it undoes. */
function struckOut<F extends Fact & (Shipment | Payment)>(facts: readonly F[]): F[] {
  const left = new Map(facts.map((fact) => [fact.id, fact]))
  for (;;) {
    const undone = new Set([...left.values()].map(({ undoes }) => undoes))
    const last = [...left.values()].filter(({ id, undoes }) => undoes !== null && !undone.has(id))
    if (last.length === 0) return [...left.values()].filter(({ undoes }) => undoes === null)
    for (const { id, undoes } of last) {
      left.delete(id)
      left.delete(undoes ?? '')
    }
  }
}
