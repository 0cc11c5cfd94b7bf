import { type Accessor, createMemo } from 'solid-js'
import { type Basis, type BasisCollection, formatBasis } from '../../../shared/basis/basis.ts'
import { COLLECTIONS } from '../../../shared/collections.ts'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { createQuery, createRecord } from '../../data/page/solid.tsx'
import type { Item, ListQuery } from '../../data/queries/query.ts'

/** So many documents of a sort are told of; nobody makes more of one. */
const MOST = 100

/** A document that belongs to another: what that was made from, or what was made on its basis. */
export interface RelatedDocument {
  /** Of the record, in its collection. */
  readonly id: string
  readonly collection: Basis['collection']
  readonly item: Item
  readonly isBasis: boolean
}

/** What the documents around a document are found by. */
export interface RelatedTo {
  readonly collection: BasisCollection
  readonly id: string
  readonly basis: Basis | null
}

/** Invoices that were made of an order, the latest first; none that are removed. */
export function createInvoicesOf(order: Accessor<string | null>): Accessor<readonly InvoiceItem[]> {
  const answer = createQuery(() => {
    const id = order()
    return id === null ? null : listOf('invoices', 'order', id)
  })
  return () => (answer()?.rows ?? []) as unknown as readonly InvoiceItem[]
}

/** «Связанные документы»: what a document was made from, and what was made on its basis. */
export function createRelated(to: Accessor<RelatedTo>): Accessor<readonly RelatedDocument[]> {
  const basis = createBasis(() => to().basis)
  const made = createQuery(() => listOf('orders', 'basis', formatBasis(to())))
  const invoices = createInvoicesOf(() => (to().collection === 'orders' ? to().id : null))
  return createMemo(() => [
    ...basis(),
    ...invoices().map((item) => ({
      ...related('invoices', item as unknown as Item),
      isBasis: false,
    })),
    ...((made()?.rows ?? []) as unknown as readonly OrderItem[]).map((item) => ({
      ...related('orders', item as unknown as Item),
      isBasis: false,
    })),
  ])
}

/** What a document was made from; nothing where it is not here. */
function createBasis(basis: Accessor<Basis | null>): Accessor<readonly RelatedDocument[]> {
  const known = createMemo(() => basis() ?? { collection: 'orders' as const, id: null })
  const collection = createMemo(() => known().collection)
  const answer = createMemo(() => createRecord<Collection>(COLLECTIONS[collection()], () => known().id))
  return () => {
    const item = answer()()?.item
    return known().id === null || !item ? [] : [{ ...related(collection(), item), isBasis: true }]
  }
}

function related(collection: Basis['collection'], item: Item) {
  return { id: item.id, collection, item }
}

function listOf(collection: 'orders' | 'invoices', field: string, value: string): ListQuery {
  return {
    what: 'list',
    collection,
    filter: [{ field, is: 'equal', values: [value] }],
    search: '',
    sort: [{ field: 'date', down: true }],
    group: [],
    from: 0,
    to: MOST,
  }
}
