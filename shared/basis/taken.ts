import type { COLLECTIONS } from '../collections.ts'
import type { Row } from '../records/declarations/collection.ts'
import { type BasisCollection, parseBasis } from './basis.ts'

type Rows = { readonly [C in BasisCollection]: Row<(typeof COLLECTIONS)[C]> }

/** What a record that is made from another takes over of it: whom it is about, and what was said. */
export interface Taken {
  readonly customer: string | null
  /** As it stands there: an entry of the customer's contacts, of an order a name (customers/contact-of.ts). */
  readonly contact: string | null
  /** The person who is responsible. */
  readonly responsible: string | null
  /** The order that it belongs to. */
  readonly order: string | null
  readonly text: string | null
}

const NOTHING: Taken = { customer: null, contact: null, responsible: null, order: null, text: null }

const TAKEN: { readonly [C in BasisCollection]: (row: Rows[C]) => Partial<Taken> } = {
  orders: ({ id, customer, contact, responsible }) => ({ customer, contact, responsible, order: id }),
  customers: ({ id, responsible }) => ({ customer: id, responsible }),
  invoices: ({ customer, responsible, order }) => ({ customer, responsible, order }),
  events: ({ customer, contact, responsible, ...row }) => ({ customer, contact, responsible, ...told(row) }),
  jobs: ({ customer, performer, ...row }) => ({ customer, responsible: performer, ...told(row) }),
  calendarRecords: ({ customer, contact, responsible, ...row }) => ({ customer, contact, responsible, ...told(row) }),
  calls: ({ customer, contact, responsible, note: text }) => ({ customer, contact, responsible, text }),
  letters: ({ customer, contact, order, subject, snippet }) => ({
    ...{ customer, contact, order },
    text: [subject, snippet].filter(Boolean).join('\n') || null,
  }),
}

/** What is taken over of a record of a collection. */
export function takenOf<C extends BasisCollection>(collection: C, row: Rows[C]): Taken {
  return { ...NOTHING, ...TAKEN[collection](row) }
}

interface Told {
  readonly subject: string | null
  readonly text: string | null
  readonly basis: string | null
  readonly order?: string | null
}

function told({ subject, text, basis, order }: Told): Pick<Taken, 'order' | 'text'> {
  const from = parseBasis(basis)
  return {
    order: order ?? (from?.collection === 'orders' ? from.id : null),
    text: [subject, text].filter(Boolean).join('\n') || null,
  }
}
