import type { Sort } from './collections.ts'

/** What an order's number begins with: «Заказ покупателя», «Заказ-наряд». */
const PREFIX: Readonly<Record<Sort, string>> = { customer: 'ЗК', work: 'ЗН' }
const DIGITS = 4

/** The text of an order's number: «ЗК-0001». */
export function formatNumber(sort: Sort, value: number): string {
  return `${PREFIX[sort]}-${String(value).padStart(DIGITS, '0')}`
}

/** The value of a number in our own form; null for one of another form, as other programs give them. */
export function valueOfNumber(sort: Sort, number: string): number | null {
  const digits = number.startsWith(`${PREFIX[sort]}-`) ? number.slice(PREFIX[sort].length + 1) : ''
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
