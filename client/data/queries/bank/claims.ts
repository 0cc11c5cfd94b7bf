import { bankPaymentsIn, type ClaimLook, invoiceClaim, orderClaim } from '../../../../shared/bank/claims-of.ts'
import { COMPANY, type company } from '../../../../shared/company/collections.ts'
import { ownCurrency } from '../../../../shared/company/rates.ts'
import type { customers } from '../../../../shared/customers/collections.ts'
import type { Invoice } from '../../../../shared/orders/invoices/collections.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import type { Directory } from '../directory.ts'
import type { ClaimsAnswer, ClaimsQuery } from './query.ts'

/** Orders or invoices that wait for money, with what of banks' payments is entered in them. */
export function claims(directory: Directory, { of, from, to }: ClaimsQuery): ClaimsAnswer {
  const ids = [...directory.rows(of).keys()]
  const part = ids.slice(from, to)
  const look = lookOf(directory)
  const about =
    of === 'orders' ? ofOrders(directory, part, look) : { claims: ofInvoices(directory, part, look), payments: [] }
  return { what: 'claims', count: ids.length, ...about }
}

function ofOrders(directory: Directory, ids: readonly string[], look: ClaimLook) {
  const rows = ids.flatMap((id) => directory.order(id) ?? [])
  return { claims: rows.flatMap((row) => orderClaim(row, look) ?? []), payments: rows.flatMap(bankPaymentsIn) }
}

function ofInvoices(directory: Directory, ids: readonly string[], look: ClaimLook) {
  return ids.flatMap((id) => {
    const invoice = directory.row('invoices', id) as unknown as Invoice | null
    return (invoice?.order && invoiceClaim(invoice, directory.order(invoice.order), look)) || []
  })
}

function lookOf(directory: Directory): ClaimLook {
  const currency = ownCurrency(typed<typeof company>(directory.row('company', COMPANY)))
  return { customer: (id) => customerOf(directory, id), currency, zone: directory.around().zone }
}

function customerOf(directory: Directory, id: string | null): ReturnType<ClaimLook['customer']> {
  const row = typed<typeof customers>(directory.row('customers', directory.customer(id)))
  return { name: row?.name ?? null, inn: row?.inn ?? null }
}

/** Rows stand under their own collection's name, as its records read them. */
function typed<C extends Collection>(row: ReturnType<Directory['row']>): Row<C> | null {
  return row as unknown as Row<C> | null
}
