import { callItem } from '../../../shared/calls/call-item.ts'
import { type Call, ignoredNumbers } from '../../../shared/calls/collections.ts'
import { ignoring } from '../../../shared/calls/ignored/mask.ts'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { exchangeOf } from '../../../shared/company/rates.ts'
import { customValuesIn } from '../../../shared/custom/values.ts'
import { customersMeant } from '../../../shared/customers/merging/meant.ts'
import type { Event } from '../../../shared/events/collections.ts'
import { eventItem } from '../../../shared/events/event-item.ts'
import { holds } from '../../../shared/filters/holds.ts'
import { widened } from '../../../shared/filters/widen.ts'
import { productGroups } from '../../../shared/goods/collections.ts'
import { withBelow } from '../../../shared/goods/groups/tree.ts'
import { listField } from '../../../shared/lists/fields.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import { kinds, type Order, states } from '../../../shared/orders/collections.ts'
import { type Lookup, orderItem } from '../../../shared/orders/order-item.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import type { ReportAsk } from '../../../shared/reports/ask.ts'
import { createTexts, holderOf } from '../../../shared/search/searched.ts'
import { dayAt } from '../../../shared/time/days.ts'
import type { Replica } from '../../runtime/replica.ts'
import type { Moment } from './moment.ts'

type Item = { readonly [field: string]: Json | undefined }

/** By what a report's orders, events or calls are tried: its conditions and words, and who is «me» in these. */
export interface Tried extends Pick<ReportAsk, 'filter' | 'search'> {
  readonly me: string | null
  /** The segments of each customer that is in any. */
  readonly segments: ReadonlyMap<string, readonly string[]>
}

/** The field by which they are asked for. */
export const IN_SEGMENT = 'customer.inSegment'

/** Whether an order, an event or a call fits the conditions of a report and has its words, as lists try them. */
export function passing(replica: Replica, find: Find, { filter, search, me, segments }: Tried, { now, zone }: Moment) {
  const look = lookupOf(replica, find, now)
  const around = { me, zone, today: dayAt(now, zone) }
  const below = (to: string, id: string) =>
    to === productGroups.name ? withBelow([...replica.rows(productGroups)], id) : null
  const segmentsOf = ({ customer }: Item) => [...(segments.get(String(customer)) ?? [])]
  const fits = (collection: 'orders' | 'events' | 'calls') => {
    const fieldOf = (name: string) => listField(collection, name)
    const test = holds(widened(filter, fieldOf, below), fieldOf, around)
    const [hasAll, textOf] = [holderOf(search), createTexts(collection)]
    return (bare: object, row: Item) => {
      const item: Item = { ...bare, ...customValuesIn(collection, row, look.name) }
      return (
        test((name) => (name === IN_SEGMENT ? segmentsOf(item) : readFrom(find, collection, item, name))) &&
        hasAll(textOf(item))
      )
    }
  }
  const [ofOrders, ofEvents, ofCalls] = [fits('orders'), fits('events'), fits('calls')]
  const ignores = ignoring(
    [...replica.rows(ignoredNumbers)].flatMap(({ gone, number }) => (gone ? [] : (number ?? []))),
    find(company, COMPANY)?.country ?? null,
  )
  const contactsOf = ({ customer }: Pick<Event, 'customer'>) => customersMeant(find, customer)[0]?.contacts ?? []
  return {
    order: (order: Order) => ofOrders(orderItem(order, look), order as unknown as Item),
    call: (call: Call) =>
      ofCalls(callItem(call, contactsOf(call), ignores(call.number), look), call as unknown as Item),
    event: (event: Event) => ofEvents(eventItem(event, contactsOf(event), look), event as unknown as Item),
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
