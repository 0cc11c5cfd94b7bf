import type { Call } from '../../../../../shared/calls/collections.ts'
import type { Holder } from '../../../../../shared/calls/whose/number-book.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { isCompleted } from '../../../../../shared/orders/moves/moves.ts'
import type { OrderItem } from '../../../../../shared/orders/order-item.ts'
import type { Next } from '../../board/next/upcoming.ts'
import type { Directory } from '../../directory.ts'
import type { Caller } from './query.ts'

/** So many who share a number are told of, and so many orders of each. */
const MOST_CALLERS = 8
const LAST_ORDERS = 3
const MOST_OPEN = 20

type Meant = Pick<Holder, 'customer' | 'contact'>

/** Who calls: whom the call names, then all others who have its number; each once, as the customer that it means now. */
export function callersOf(directory: Directory, call: Call, holders: readonly Holder[]): readonly Caller[] {
  const named: readonly Meant[] = call.customer === null ? [] : [{ customer: call.customer, contact: call.contact }]
  const meant = new Map<string, string | null>()
  for (const { customer, contact } of [...named, ...holders]) {
    const end = directory.customer(customer) ?? customer
    if (!directory.isGone('customers', end)) meant.set(end, meant.get(end) ?? contact)
  }
  const [first, ...others] = [...meant].slice(0, MOST_CALLERS).map((one) => callerOf(directory, ...one))
  if (!first) return []
  return call.customer === null ? [first, ...others].sort(latestFirst) : [first, ...others.sort(latestFirst)]
}

function callerOf(directory: Directory, customer: string, contact: string | null): Caller {
  const all = [customer, ...directory.mergedInto(customer).map(({ id }) => id)]
  const orders = directory.ordersOf(all).filter(({ gone }) => !gone)
  const person = directory.contactsAt(customer).find(({ id }) => id === contact)
  return {
    id: customer,
    name: directory.name('customers', customer),
    contact: person ? { id: person.id, name: person.name, post: person.post } : null,
    debts: directory.debtsTo(all),
    orders: itemsOf(directory, newestFirst(orders).slice(0, LAST_ORDERS)),
    ...openOf(directory, orders),
    next: nextOf(directory, customer, orders),
  }
}

/** Whose last order is the newest is the likeliest. */
function latestFirst(a: Caller, b: Caller): number {
  const timeOf = ({ orders: [last] }: Caller) => last?.date ?? 0
  return timeOf(b) - timeOf(a)
}

function newestFirst(orders: readonly Order[]): readonly Order[] {
  const timeOf = ({ date, madeAt }: Order) => date ?? madeAt
  return orders.toSorted((a, b) => timeOf(b) - timeOf(a))
}

function itemsOf(directory: Directory, orders: readonly Order[]): readonly OrderItem[] {
  return orders.flatMap(({ id }) => (directory.item('orders', id) as OrderItem | null) ?? [])
}

/** Open orders, by what is planned for each; likely is the only one, else the one for which something is planned first. */
function openOf(directory: Directory, orders: readonly Order[]): Pick<Caller, 'open' | 'likely'> {
  const nextAt = ({ id }: Order) => directory.upcoming.of(id, null)?.at ?? Number.POSITIVE_INFINITY
  const open = newestFirst(orders.filter((order) => !isCompleted(order)))
  const [first, ...others] = open.toSorted((a, b) => (nextAt(a) < nextAt(b) ? -1 : Number(nextAt(a) > nextAt(b))))
  const isLikely = first && (others.length === 0 || nextAt(first) < Number.POSITIVE_INFINITY)
  const shown = first ? [first, ...others].slice(0, MOST_OPEN) : []
  return { open: itemsOf(directory, shown), likely: isLikely ? first.id : null }
}

/** The nearest of what is planned for the customer, or for any of its orders. */
function nextOf(directory: Directory, customer: string, orders: readonly Order[]): Next | null {
  const all = ['', ...orders.map(({ id }) => id)].flatMap((order) => directory.upcoming.of(order, customer) ?? [])
  return all.reduce<Next | null>((best, one) => (best === null || one.at < best.at ? one : best), null)
}
