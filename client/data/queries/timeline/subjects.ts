import { parseBasis } from '../../../../shared/basis/basis.ts'
import { Needles } from '../../../../shared/columns/needles.ts'
import type { AnyRow } from '../standing-rows.ts'
import type { InTimeline } from './entries.ts'

/** Whose timeline it is: customers that are one, and their orders; or one order. */
export interface Subjects {
  readonly customers: ReadonlySet<string>
  readonly orders: ReadonlySet<string>
}

/** Fields by which records say whom they are about. */
interface Referring {
  readonly customer?: string | null
  readonly order?: string | null
  readonly basis?: string | null
  readonly about?: string | null
}

/** Whether a record belongs to a timeline: `whole` an order with all that happened to it, `made` by its making alone. */
export function belongs(collection: InTimeline, row: AnyRow, subjects: Subjects): 'whole' | 'made' | null {
  const { customer = null, order = null, basis = null, about = null } = row as unknown as Referring
  const isOf = (id: string | null) => id !== null && subjects.customers.has(id)
  // Which orders are a customer's, these say themselves, as they are now.
  const isOne = subjects.customers.size === 0 && subjects.orders.has(row.id)
  if (collection === 'orders' && (isOne || isOf(customer))) return 'whole'
  const isNamed = isOf(customer) || (order !== null && subjects.orders.has(order))
  if (isNamed || isMeant(basis, subjects) || isMeant(about, subjects)) return 'made'
  return null
}

/** The texts by which such records are found, as JSON writes them. */
export function needlesOf({ customers, orders }: Subjects): Needles {
  const plain = [...customers, ...orders].map((id) => `"${id}"`)
  const referring = [...[...customers].map((id) => `customers/${id}`), ...[...orders].map((id) => `orders/${id}`)]
  return new Needles([...plain, ...referring])
}

function isMeant(text: string | null, { customers, orders }: Subjects): boolean {
  const meant = parseBasis(text)
  if (meant === null) return false
  return meant.collection === 'orders'
    ? orders.has(meant.id)
    : meant.collection === 'customers' && customers.has(meant.id)
}
