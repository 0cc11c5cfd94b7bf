import { choice, flag, money } from '../../records/declarations/fields.ts'
import type { Order } from '../collections.ts'
import type { Lookup } from '../order-item.ts'
import type { Invoice } from './collections.ts'
import { PAID, paidOf } from './paid.ts'

/** What lists of invoices show besides the declared fields. */
export const INVOICE_LIST_FIELDS = {
  total: money({ summed: 'companyTotal' }),
  paid: money(),
  how: choice(PAID),
  unrated: flag(),
}

/** An invoice as lists and papers show it; `order`: the one that it was made of, null while it is not here. */
export function invoiceItem(invoice: Invoice, order: Order | null, look: Lookup) {
  const { total, paid, how } = paidOf(invoice, order)
  const companyTotal = look.exchange().toCompany(total, invoice.currency, invoice.date ?? invoice.madeAt)
  return {
    id: invoice.id,
    gone: invoice.gone,
    number: invoice.number ?? invoice.draft,
    /** The office server has not given its number yet. */
    provisional: invoice.number === null,
    draft: invoice.draft,
    date: invoice.date,
    order: invoice.order,
    orderName: order && (order.number ?? order.draft),
    /** For its address. */
    orderSort: order?.sort ?? null,
    organisation: invoice.organisation,
    organisationName: look.name('organisations', invoice.organisation),
    account: invoice.account,
    customer: look.customer(invoice.customer),
    customerName: look.name('customers', invoice.customer),
    responsible: invoice.responsible,
    responsibleName: look.name('people', invoice.responsible),
    due: invoice.due,
    currency: invoice.currency,
    discount: invoice.discount,
    vatMode: invoice.vatMode,
    note: invoice.note,
    total,
    paid,
    how,
    /** In the company's currency, at the rate of its date; null where there is none (company/SPEC S3). */
    companyTotal,
    unrated: companyTotal === null,
  }
}

export type InvoiceItem = ReturnType<typeof invoiceItem>
