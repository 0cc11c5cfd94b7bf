import type { CallItem } from '../../../shared/calls/call-item.ts'
import type { COLLECTIONS, CollectionName } from '../../../shared/collections.ts'
import type { EventItem } from '../../../shared/events/event-item.ts'
import type { JobItem } from '../../../shared/jobs/job-item.ts'
import type { MessageItem } from '../../../shared/messages/message-item.ts'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import type { PlanItem } from '../../../shared/plans/plan-item.ts'
import type { Row } from '../../../shared/records/declarations/collection.ts'
import type { AllAnswer, Answer, Item, ListAnswer, ListQuery, Query, RecordAnswer } from './query.ts'

/** What lists show of collections that have an item of their own. */
export interface Items {
  readonly orders: OrderItem
  readonly invoices: InvoiceItem
  readonly jobs: JobItem
  readonly events: EventItem
  readonly messages: MessageItem
  readonly plans: PlanItem
  readonly calls: CallItem
}

/** A record of a collection as lists show it. */
export type ItemOf<C extends string> = C extends keyof Items ? Items[C] : Item

/** A record of a collection as its declaration types it. */
export type RowOf<C extends CollectionName> = C extends CollectionName ? Row<(typeof COLLECTIONS)[C]> : never

/** A list without groups: every row of it is a record's item. */
export interface PlainListQuery<C extends CollectionName> extends ListQuery {
  readonly collection: C
  readonly group: readonly []
}

interface PlainList<C extends CollectionName> extends Omit<ListAnswer, 'rows'> {
  readonly rows: readonly ItemOf<C>[]
}

interface Every<C extends CollectionName> extends Omit<AllAnswer, 'rows'> {
  readonly rows: readonly RowOf<C>[]
}

interface OneRecord<C extends CollectionName> extends Omit<RecordAnswer, 'row' | 'item'> {
  readonly row: RowOf<C> | null
  readonly item: ItemOf<C> | null
}

/** `Typed` where a query names its collection; `Any` where it may be of every one. */
type Named<C extends CollectionName, Typed, Any> = CollectionName extends C ? Any : Typed

/** What answers a query: its rows and items as their collection types them, where the query says which that is. */
export type AnswerTo<Q extends Query> = Q extends {
  what: 'list'
  collection: infer C extends CollectionName
  group: readonly []
}
  ? Named<C, PlainList<C>, ListAnswer>
  : Q extends { what: 'all'; collection: infer C extends CollectionName }
    ? Named<C, Every<C>, AllAnswer>
    : Q extends { what: 'record'; collection: infer C extends CollectionName }
      ? Named<C, OneRecord<C>, RecordAnswer>
      : Extract<Answer, { readonly what: Q['what'] }>
