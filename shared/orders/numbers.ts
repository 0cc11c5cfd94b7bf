import { own } from '../records/declarations/collection.ts'
import { SORTS, type Sort } from './collections.ts'

/** What is numbered by the office server, each for itself: the sorts of order, invoices, and plans of sales. */
export type Numbered = Sort | 'invoice' | 'plan'

/** What a number begins with: «Заказ покупателя», «Заказ-наряд», «Счет на оплату»; that of a plan is a bare one: «План продаж 2». */
const PREFIX: Readonly<Record<Numbered, string>> = { customer: 'ЗК-', work: 'ЗН-', invoice: 'СЧ-', plan: '' }
const DIGITS: Readonly<Record<Numbered, number>> = { customer: 4, work: 4, invoice: 4, plan: 1 }

/** Whose numbers stand for themselves, whatever their own sort. */
const NUMBERED_ALONE: { readonly [collection: string]: Numbered } = { invoices: 'invoice', plans: 'plan' }
/** Collections with records that are numbered. */
export const NUMBERED_COLLECTIONS = ['orders', 'invoices', 'plans'] as const

/** What a record is numbered as, by its collection and its own sort; null for what has no number. */
export function numberedAs(collection: string, sort: unknown): Numbered | null {
  const alone = own(NUMBERED_ALONE, collection)
  if (alone) return alone
  return collection === 'orders' ? (SORTS.find((one) => one === sort) ?? null) : null
}

/** The collection whose records are numbered so. */
export function collectionOf(sort: Numbered): (typeof NUMBERED_COLLECTIONS)[number] {
  if (sort === 'invoice') return 'invoices'
  return sort === 'plan' ? 'plans' : 'orders'
}

/** The text of a number: «ЗК-0001». */
export function formatNumber(sort: Numbered, value: number): string {
  return `${PREFIX[sort]}${String(value).padStart(DIGITS[sort], '0')}`
}

/** The value of a number in our own form; null for one of another form, as other programs give them. */
export function valueOfNumber(sort: Numbered, number: string): number | null {
  const digits = number.startsWith(PREFIX[sort]) ? number.slice(PREFIX[sort].length) : ''
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
