import { choice, date, instant, money, note, quantity, reference, unread } from '../../records/declarations/fields.ts'

/** «Отгрузка», and what comes back: «Возврат». */
const SHIPMENT_KINDS = ['shipment', 'return'] as const
/** «Оплата», and what is given back: «Возврат оплаты». */
const PAYMENT_KINDS = ['payment', 'refund'] as const
/** «Способ оплаты». */
export const PAYMENT_WAYS = ['cash', 'card', 'bank', 'online'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

/** What every fact of trade carries besides. */
const SIGNED = {
  /** The day that its paper bears. */
  date: date(),
  at: instant(),
  author: reference('people'),
  device: unread(),
  comment: note(),
  /** The fact that it takes back, by id: neither of the two counts. */
  undoes: unread(),
}

/**
 * One line of goods that went out or came back. It says what it was and what it came to, so that it stays true whatever
 * becomes of the order's line.
 */
export const SHIPMENT_FIELDS = {
  kind: choice(SHIPMENT_KINDS),
  /** Those that went out together are one document, by an id of their own. */
  document: unread(),
  /** The order's line, by id. */
  line: unread(),
  product: reference('products'),
  quantity: quantity(),
  /** Of these units, VAT with it. */
  sum: money(),
  /** What of `sum` is VAT. */
  vatSum: money(),
  ...SIGNED,
}

/** Money that came or went back, in the order's currency. */
export const PAYMENT_FIELDS = {
  kind: choice(PAYMENT_KINDS),
  sum: money(),
  way: choice(PAYMENT_WAYS),
  /** The invoice that it was paid by. */
  invoice: reference('invoices'),
  ...SIGNED,
}
