import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/id.ts'

/** A document as the server's shelves tell of it. */
export interface Shelf {
  readonly document: string | null
  readonly open: number | null
}

/** Documents that every screen needs: they are read first. */
export function baseDocuments(company: string, user: string): string[] {
  const common = newId(COMMON, 0)
  return [
    documentOf(company, 'setup', ''),
    documentOf(company, 'goods', ''),
    documentOf(company, 'customers', common),
    documentOf(company, 'users', user),
    documentOf(company, 'shelves', ''),
  ]
}

/** The document of the orders that are made at `now`. */
export function currentOrders(company: string, now: number): string {
  return documentOf(company, 'orders', newId(COMMON, now))
}

/** The other documents there are, in the order in which they are wanted: with open orders first, then the newest. */
export function laterDocuments(shelves: Iterable<Shelf>): string[] {
  const known = [...shelves].flatMap(({ document, open }) =>
    document === null ? [] : [{ document, open: (open ?? 0) > 0 }],
  )
  known.sort((a, b) => Number(b.open) - Number(a.open) || (a.document < b.document ? 1 : -1))
  return known.map(({ document }) => document).filter((name) => name.includes('/orders/'))
}
