import { type Customer, customers } from '../../../../shared/customers/collections.ts'
import { type Debt, debtsOf } from '../../../../shared/movements/debts.ts'
import { type Invoice, invoices } from '../../../../shared/orders/invoices/collections.ts'
import { paidOf } from '../../../../shared/orders/invoices/paid.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { CustomerAnswer, CustomerInvoice } from './query.ts'
import type { Twins } from './twins.ts'

/** What a customer's card shows besides its record: looked for once among all orders, then kept from what changes. */
export class LiveCustomer {
  readonly #directory: Directory
  readonly #twins: Twins
  readonly #id: string
  /** Orders of the customer and of all that were merged into it; null before they were looked for. */
  #orders: Set<string> | null = null

  constructor(directory: Directory, twins: Twins, id: string) {
    this.#directory = directory
    this.#twins = twins
    this.#id = id
  }

  /** Takes in what has changed; whether the answer may be another one. */
  take(changed: ItemsChanged): boolean {
    const orders = changed.get('orders')
    // Whose an order is follows from what was merged into what.
    if (orders === 'all' || changed.has('customers')) this.#orders = null
    else for (const id of orders ?? []) this.#sort(id)
    return orders !== undefined || ['customers', 'invoices', 'company'].some((name) => changed.has(name as 'customers'))
  }

  answer(): CustomerAnswer {
    const end = this.#end
    const row = this.#directory.row('customers', this.#id) as unknown as Customer | null
    const isMerged = end !== this.#id
    return {
      what: 'customer',
      id: this.#id,
      into: isMerged ? { id: end, name: this.#directory.name('customers', end) } : null,
      merged: isMerged ? [] : this.#merged(),
      debts: this.#debts(),
      invoices: this.#invoices(),
      alike: row && !isMerged && !row.gone ? this.#twins.of(row) : [],
    }
  }

  get #end(): string {
    return this.#directory.customer(this.#id) ?? this.#id
  }

  #means(customer: string | null): boolean {
    return customer !== null && this.#directory.customer(customer) === this.#end
  }

  /** Customers that mean this one now. */
  #merged(): readonly JsonObject[] {
    const isOurs = ({ id, mergedInto }: Customer) => mergedInto !== null && id !== this.#id && this.#means(id)
    return [...this.#directory.all(customers)].filter(isOurs) as unknown as JsonObject[]
  }

  #debts(): readonly Debt[] {
    this.#orders ??= this.#look()
    const orders = [...this.#orders].flatMap((id) => this.#directory.order(id) ?? [])
    return debtsOf(orders, (id) => this.#directory.customer(id) ?? id)
  }

  #look(): Set<string> {
    const ids = new Set<string>()
    for (const id of this.#directory.rows('orders').keys()) if (this.#isOurs(id)) ids.add(id)
    return ids
  }

  #sort(id: string): void {
    if (this.#isOurs(id)) this.#orders?.add(id)
    else this.#orders?.delete(id)
  }

  #isOurs(order: string): boolean {
    return this.#directory.item('orders', order)?.customer === this.#end
  }

  #invoices(): readonly CustomerInvoice[] {
    const ours = [...this.#directory.all(invoices)].filter(({ gone, customer }) => !gone && this.#means(customer))
    return ours.map((one) => this.#invoice(one)).sort((a, b) => (b.date ?? 0) - (a.date ?? 0))
  }

  #invoice(invoice: Invoice): CustomerInvoice {
    const { id, number, draft, date, due, currency, order } = invoice
    const paid = paidOf(invoice, order === null ? null : this.#directory.order(order))
    return { id, number: number ?? draft ?? '', date, due, currency, ...paid }
  }
}
