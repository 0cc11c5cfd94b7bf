import { isStanding, standing } from '../../../../../shared/movements/facts.ts'
import type { Order, Payment, Shipment } from '../../../../../shared/orders/collections.ts'
import type { FactList } from '../../../../../shared/orders/facts/undo.ts'
import { sumOf } from '../../../../../shared/orders/sums/exact.ts'

/** Who entered something, and when. */
export type Signed = Pick<Shipment, 'at' | 'author' | 'device'>

/** A shipment, return, payment or refund, as the card tells of it. */
export interface FactRow extends Signed {
  readonly what: NonNullable<Shipment['kind'] | Payment['kind']>
  readonly list: FactList
  /** Its facts, by id: those of a shipment are its lines. */
  readonly facts: readonly string[]
  /** Minor units. */
  readonly sum: number
  readonly date: string | null
  readonly comment: string | null
  /** What went out or came back; none for money. */
  readonly pieces: readonly Shipment[]
  readonly way: Payment['way']
  /** Who took it back; null while it counts. */
  readonly takenBack: Signed | null
}

/** All that happened to an order, latest first; what went out together is one row. */
export function factRowsOf({ shipments, payments }: Pick<Order, 'shipments' | 'payments'>): readonly FactRow[] {
  return [...shipmentRows(shipments), ...paymentRows(payments)].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

function shipmentRows(all: readonly Shipment[]): readonly FactRow[] {
  const counting = new Set(standing(all).map(({ id }) => id))
  const keyOf = ({ id, document, kind }: Shipment) => JSON.stringify([document ?? id, kind, counting.has(id)])
  const documents = Map.groupBy(
    all.filter(({ undoes }) => undoes === null),
    keyOf,
  )
  return [...documents.values()].flatMap((pieces): FactRow[] => {
    const [first] = pieces
    if (!first?.kind) return []
    const sum = sumOf(pieces.map((piece) => piece.sum ?? 0))
    const row = { what: first.kind, list: 'shipments', facts: idsOf(pieces), sum, pieces, way: null } as const
    return [{ ...signOf(all, first), ...row }]
  })
}

function paymentRows(all: readonly Payment[]): readonly FactRow[] {
  return all.flatMap((payment): FactRow[] => {
    const { kind, undoes, sum, way } = payment
    if (kind === null || undoes !== null) return []
    const row = { what: kind, list: 'payments', facts: [payment.id], sum: sum ?? 0, pieces: [], way } as const
    return [{ ...signOf(all, payment), ...row }]
  })
}

/** What all facts carry besides, and by whom one was taken back. */
function signOf<F extends Shipment | Payment>(all: readonly F[], { id, at, author, device, date, comment }: F) {
  const undoer = all.filter((one) => one.undoes === id && isStanding(all, one.id)).at(-1)
  return { at, author, device, date, comment, takenBack: undoer ?? null }
}

function idsOf(facts: readonly { readonly id: string }[]): readonly string[] {
  return facts.map(({ id }) => id)
}
