import { SORTS, type Sort } from './collections.ts'

/** What is numbered by the office server, each for itself: the sorts of order, and invoices. */
export type Numbered = Sort | 'invoice'

/** What a number begins with: «Заказ покупателя», «Заказ-наряд», «Счет на оплату». */
const PREFIX: Readonly<Record<Numbered, string>> = { customer: 'ЗК', work: 'ЗН', invoice: 'СЧ' }
const DIGITS = 4

/** What a record is numbered as, by its collection and its own sort; null for what has no number. */
export function numberedAs(collection: string, sort: unknown): Numbered | null {
  if (collection === 'invoices') return 'invoice'
  return collection === 'orders' ? (SORTS.find((one) => one === sort) ?? null) : null
}

/** The collection whose records are numbered so. */
export function collectionOf(sort: Numbered): 'orders' | 'invoices' {
  return sort === 'invoice' ? 'invoices' : 'orders'
}

/** The text of a number: «ЗК-0001». */
export function formatNumber(sort: Numbered, value: number): string {
  return `${PREFIX[sort]}-${String(value).padStart(DIGITS, '0')}`
}

/** The value of a number in our own form; null for one of another form, as other programs give them. */
export function valueOfNumber(sort: Numbered, number: string): number | null {
  const digits = number.startsWith(`${PREFIX[sort]}-`) ? number.slice(PREFIX[sort].length + 1) : ''
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
