import type { Customer } from '../../../../shared/customers/collections.ts'
import type { Sign } from '../../../../shared/customers/duplicates/signs.ts'
import type { Debt } from '../../../../shared/movements/debts.ts'
import type { PaidInvoice } from '../../../../shared/orders/invoices/paid.ts'

/** What a customer's card shows besides its record: what is owed, who was merged into it, and who may be the same. */
export interface CustomerQuery {
  readonly what: 'customer'
  readonly id: string
}

/** Customers that may be the same. */
export interface DuplicatesQuery {
  readonly what: 'duplicates'
  /** So many sets of them, the first that is not wanted. */
  readonly to: number
}

/** A customer that may be the same as another one, and by what. */
export interface Alike {
  readonly id: string
  readonly by: readonly Sign[]
  readonly name: string | null
  readonly inn: string | null
  readonly phone: string | null
}

/** An invoice as its customer's card shows it; `number` is the draft's until it has one. */
export interface CustomerInvoice extends PaidInvoice {
  readonly id: string
  readonly number: string
  readonly date: number | null
  readonly due: string | null
  /** ISO 4217; null is the company's own. */
  readonly currency: string | null
}

export interface CustomerAnswer {
  readonly what: 'customer'
  readonly id: string
  /** The one at the end of what it was merged into; null for one that stands by itself. */
  readonly into: { readonly id: string; readonly name: string | null } | null
  /** Rows of those that mean this one now. */
  readonly merged: readonly Customer[]
  /** By currency, over all orders that mean this customer. */
  readonly debts: readonly Debt[]
  /** The latest first. */
  readonly invoices: readonly CustomerInvoice[]
  readonly alike: readonly Alike[]
}

export interface DuplicatesAnswer {
  readonly what: 'duplicates'
  /** Whether all customers were looked at; before that there are none. */
  readonly isWhole: boolean
  /** Sets in all. */
  readonly count: number
  readonly sets: readonly { readonly id: string; readonly by: readonly Sign[]; readonly of: readonly Alike[] }[]
}
