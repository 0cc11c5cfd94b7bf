import { callItem } from '../../../shared/calls/call-item.ts'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { riskField } from '../../../shared/counterparties/list-item.ts'
import { customValuesIn } from '../../../shared/custom/values.ts'
import { phonesOf } from '../../../shared/customers/phones-of.ts'
import { eventItem } from '../../../shared/events/event-item.ts'
import { jobItem } from '../../../shared/jobs/job-item.ts'
import { messageItem } from '../../../shared/messages/message-item.ts'
import { invoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import { orderItem } from '../../../shared/orders/order-item.ts'
import { planItem } from '../../../shared/plans/plan-item.ts'
import { type Collection, own } from '../../../shared/records/declarations/collection.ts'
import type { ItemOf, RowOf } from './answer-to.ts'
import type { Item } from './query.ts'
import type { StandingRecords } from './standing-records.ts'
import type { AnyRow } from './standing-rows.ts'

type Makes<C extends CollectionName> = (row: RowOf<C>, records: StandingRecords) => ItemOf<C>

/** How items are made of which lists show more than fields, and names of what these refer to. */
const MADE: { readonly [C in CollectionName]?: Makes<C> } = {
  orders: orderItem,
  invoices: (invoice, records) => invoiceItem(invoice, records.order(invoice.order ?? ''), records),
  jobs: (job, records) => jobItem(job, records.order(job.order ?? ''), records),
  events: (event, records) => eventItem(event, records.contactsAt(event.customer), records),
  calls: (call, records) => callItem(call, records.contactsAt(call.customer), records.ignores(call.number), records),
  messages: messageItem,
  plans: planItem,
  rules: (rule, records) => ({
    ...fieldsOf('rules', rule, records),
    forKinds: rule.kinds.map((id) => records.name('kinds', id) ?? '').join(', ') || null,
    ...records.tallyOf(rule.id),
  }),
  counterparties: (known, records) => ({
    ...fieldsOf('counterparties', known, records),
    ...riskField(known, records.now),
  }),
  customers: (customer, records) => ({ ...fieldsOf('customers', customer, records), phones: phonesOf(customer) }),
}

/** A record as lists show it, with the fields that the company added. */
export function itemOf(collection: CollectionName, row: AnyRow, records: StandingRecords): Item {
  // Rows stand under their own collection's name, and so does what makes their items.
  const make = MADE[collection] as ((row: AnyRow, records: StandingRecords) => Item) | undefined
  const item = make ? make(row, records) : fieldsOf(collection, row, records)
  if (!COLLECTIONS[collection].custom) return item
  return { ...item, ...customValuesIn(collection, row, (to, id) => records.name(to, id)) }
}

function fieldsOf(collection: CollectionName, row: Pick<AnyRow, 'id' | 'gone'>, records: StandingRecords): Item {
  const item: { id: string; [field: string]: Item[string] } = { id: row.id, gone: row.gone }
  for (const [field, { to }] of Object.entries(COLLECTIONS[collection].fields as Collection['fields'])) {
    const value = own(row, field) as Item[string]
    item[field] = value
    if (to) item[`${field}Name`] = records.name(to as CollectionName, value as string | null)
  }
  return item
}
