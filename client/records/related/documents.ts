import type { Accessor } from 'solid-js'
import { isLeftOut, leftOut } from '../../../shared/features/records.ts'
import type { InvoiceItem } from '../../../shared/orders/invoices/invoice-item.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { PlainListQuery } from '../../data/queries/answer-to.ts'
import type { Item } from '../../data/queries/query.ts'
import type { RelatedQuery, RelatedRow } from '../../data/queries/related/query.ts'

/** So many documents of a sort are told of; nobody makes more of one. */
const MOST = 100

/** A document that belongs to another: what that was made from, or what was made on its basis. */
export interface RelatedDocument extends Omit<RelatedRow, 'item'> {
  readonly item: Item
}

/** The record whose documents are asked for. */
export type RelatedTo = Pick<RelatedQuery, 'collection' | 'id'>

/** Invoices that were made of an order, the latest first; none that are removed. */
export function createInvoicesOf(order: Accessor<string | null>): Accessor<readonly InvoiceItem[]> {
  const answer = createQuery(() => {
    const id = order()
    return id === null ? null : listOf('invoices', 'order', id)
  })
  return () => answer()?.rows ?? []
}

/** «Связанные документы»: the chain of what a record was made from, and what was made on its basis. */
export function createRelated(of: Accessor<RelatedTo>): Accessor<readonly RelatedDocument[]> {
  const answer = createQuery(() => ({ what: 'related', ...of() }) as const)
  // The worker gives records as lists show them.
  const all = () => (answer()?.rows ?? []) as unknown as readonly RelatedDocument[]
  return () => all().filter(({ collection, item }) => !isLeftOut(leftOut(), collection, item))
}

function listOf(collection: 'invoices', field: string, value: string): PlainListQuery<'invoices'> {
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
