import { bankPaymentsIn, type ClaimLook, invoiceClaim, orderClaim } from '../../../../shared/bank/claims-of.ts'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { ownCurrency } from '../../../../shared/company/rates.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { invoices } from '../../../../shared/orders/invoices/collections.ts'
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
    const invoice = directory.typed(invoices, id)
    return (invoice?.order && invoiceClaim(invoice, directory.order(invoice.order), look)) || []
  })
}

function lookOf(directory: Directory): ClaimLook {
  const currency = ownCurrency(directory.typed(company, COMPANY))
  return { customer: (id) => customerOf(directory, id), currency, zone: directory.around().zone }
}

function customerOf(directory: Directory, id: string | null): ReturnType<ClaimLook['customer']> {
  const row = directory.typed(customers, directory.customer(id))
  return { name: row?.name ?? null, inn: row?.inn ?? null }
}
