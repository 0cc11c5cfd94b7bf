import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { exchangeOf } from '../../../shared/company/rates.ts'
import { customersMeant } from '../../../shared/customers/merging/meant.ts'
import type { Event } from '../../../shared/events/collections.ts'
import { eventItem } from '../../../shared/events/event-item.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import { holds } from '../../../shared/filters/holds.ts'
import { listField } from '../../../shared/lists/fields.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { kinds, type Order, states } from '../../../shared/orders/collections.ts'
import { type Lookup, orderItem } from '../../../shared/orders/order-item.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { dayAt } from '../../../shared/time/days.ts'
import type { Replica } from '../../runtime/replica.ts'

type Item = { readonly [field: string]: Json | undefined }

/** Whether an order or an event fits the conditions of a report, as lists try them. */
export function passing(replica: Replica, find: Find, filter: Filter, zone: string, now: number) {
  const look = lookupOf(replica, find, now)
  const fits = (collection: 'orders' | 'events') => {
    const fieldOf = (name: string) => listField(collection, name)
    const test = holds(filter, fieldOf, { me: null, zone, today: dayAt(now, zone) })
    return (item: Item) => test((name) => readFrom(find, collection, item, name))
  }
  const [ofOrders, ofEvents] = [fits('orders'), fits('events')]
  return {
    order: (order: Order) => ofOrders(orderItem(order, look) as unknown as Item),
    event: (event: Event) =>
      ofEvents(eventItem(event, customersMeant(find, event.customer)[0]?.contacts ?? [], look) as unknown as Item),
  }
}

/** A field of an item, or `reference.field` of the record that it refers to. */
function readFrom(find: Find, collection: CollectionName, item: Item, name: string): Json | undefined {
  const [reference = '', field] = name.split('.')
  if (field === undefined) return item[name]
  const [to, id] = [listField(collection, reference)?.to, item[reference]]
  if (typeof id !== 'string' || !to) return undefined
  return (find(COLLECTIONS[to as CollectionName], id) as unknown as Item | null)?.[field]
}

function lookupOf(replica: Replica, find: Find, now: number): Lookup {
  const exchange = exchangeOf(find(company, COMPANY), replica.rows(currencies))
  const row = (collection: CollectionName, id: string | null) =>
    id === null ? null : (find(COLLECTIONS[collection], id) as unknown as Item | null)
  const textIn = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  return {
    name: (collection, id) => textIn(row(collection, id)?.name),
    isGone: (collection, id) => row(collection, id)?.gone === true,
    customer: (id) => customersMeant(find, id)[0]?.id ?? id,
    kind: (id) => (id === null ? null : find(kinds, id)),
    hue: (id) => (id === null ? null : (find(states, id)?.hue ?? null)),
    called: (collection, id) => textIn(row(collection, id)?.number) ?? textIn(row(collection, id)?.name),
    days: (id) => (id === null ? null : (find(states, id)?.days ?? null)),
    now,
    exchange: () => exchange,
  }
}
