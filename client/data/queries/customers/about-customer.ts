import type { CollectionName } from '../../../../shared/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import type { Invoice } from '../../../../shared/orders/invoices/collections.ts'
import { paidOf } from '../../../../shared/orders/invoices/paid.ts'
import type { Directory } from '../directory.ts'
import type { CustomerAnswer, CustomerInvoice, CustomerQuery } from './query.ts'
import type { Twins } from './twins.ts'

/** Collections of whose changes a customer's card may tell. */
export const SHOWN_OF_CUSTOMER: readonly CollectionName[] = ['customers', 'orders', 'invoices', 'company']

/** What a customer's card shows besides its record. */
export function aboutCustomer(directory: Directory, twins: Twins, { id }: CustomerQuery): CustomerAnswer {
  const end = directory.customer(id) ?? id
  const row = directory.typed(customers, id)
  const others = directory.mergedInto(end)
  const all = [end, ...others.map((one) => one.id)]
  return {
    what: 'customer',
    id,
    into: end === id ? null : { id: end, name: directory.name('customers', end) },
    merged: end === id ? others : [],
    debts: directory.debtsTo(all),
    invoices: invoicesTo(directory, all),
    alike: row && end === id && !row.gone ? twins.of(row) : [],
  }
}

function invoicesTo(directory: Directory, ids: readonly string[]): readonly CustomerInvoice[] {
  const theirs = directory.invoicesOf(ids).filter(({ gone }) => !gone)
  return theirs.map((one) => shown(directory, one)).sort((a, b) => (b.date ?? 0) - (a.date ?? 0))
}

function shown(directory: Directory, invoice: Invoice): CustomerInvoice {
  const { id, number, draft, date, due, currency, order } = invoice
  const paid = paidOf(invoice, order === null ? null : directory.order(order))
  return { id, number: number ?? draft ?? '', date, due, currency, ...paid }
}
