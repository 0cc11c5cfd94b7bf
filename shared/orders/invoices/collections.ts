import { collection, list, type Row } from '../../records/declarations/collection.ts'
import {
  choice,
  currency,
  date,
  instant,
  note,
  percent,
  reference,
  text,
  unread,
} from '../../records/declarations/fields.ts'
import { VAT_MODES } from '../collections.ts'
import { LINE_FIELDS } from '../line-fields.ts'

/** «Счета на оплату». What is paid of one is told by its order's payments (paid.ts). */
export const invoices = collection('invoices', {
  version: 1,
  family: 'orders',
  fields: {
    /** Given by the office server; until then, and on papers printed before, the draft number stands. */
    number: text({ server: true, imported: true }),
    draft: text(),
    date: instant({ required: true }),
    order: reference('orders'),
    organisation: reference('organisations'),
    /** Which bank account of the organisation, by the id of its entry; null is its first. */
    account: unread(),
    customer: reference('customers'),
    responsible: reference('people'),
    /** The last day to pay. */
    due: date(),
    currency: currency(),
    discount: percent(),
    vatMode: choice(VAT_MODES),
    note: note(),
  },
  lists: {
    /** `line`: the order's line that it was taken from. */
    lines: list({ ...LINE_FIELDS, line: unread() }),
  },
})

export type Invoice = Row<typeof invoices>
