import type { Language, Words } from '../../locales/index.ts'
import type { Image } from '../paper.ts'
import type { Payee } from '../payment/payment-string.ts'

/** Who a paper is of, by the names of the declarations' fields (organisations, customers). */
export interface Party {
  readonly name: string | null
  readonly fullName: string | null
  readonly inn: string | null
  readonly kpp: string | null
  readonly address: string | null
  readonly phone: string | null
}

/** A bank account, as the first entry of a party's `accounts`. */
export type Account = Pick<Payee, 'account' | 'bank' | 'bik' | 'correspondent'>

/** The organisation in whose name a paper is given. */
export interface Seller extends Party {
  readonly headPost: string | null
  readonly head: string | null
  readonly accountant: string | null
  readonly account: Account | null
}

/** A line with its sums, which are reckoned where sums of orders are: minor units; quantity in thousandths. */
export interface DealLine {
  readonly name: string
  readonly quantity: number | null
  readonly unit: string | null
  readonly price: number | null
  /** To be paid, discounts taken off, VAT in it. */
  readonly total: number
  readonly vat: number
}

/** What is sold by whom to whom: of an order, an invoice, an act. */
export interface Deal {
  readonly number: string
  /** A plain date, `YYYY-MM-DD`. */
  readonly date: string | null
  readonly seller: Seller
  readonly customer: Party | null
  /** «Договор № 5 от …», «Заказ № …». */
  readonly ground: string | null
  readonly lines: readonly DealLine[]
  /** Of all lines: minor units. `vat` null: without VAT. */
  readonly total: number
  readonly vat: number | null
  /** What all discounts come to; nothing is not shown. */
  readonly discount: number
  /** ISO 4217. */
  readonly currency: string
  readonly note: string | null
}

/** How papers are made for a company. */
export interface Making {
  readonly language: Language
  readonly words: Words['papers']
  readonly pictures: Pictures
}

/** Pictures of the organisation that are printed; null are not. */
export interface Pictures {
  readonly logo: Image | null
  readonly seal: Image | null
  readonly signature: Image | null
}

export const NO_PICTURES: Pictures = { logo: null, seal: null, signature: null }
