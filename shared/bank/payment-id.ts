import { COMMON } from '../documents/families.ts'
import type { BankDocument } from '../importing/reading/bank/statement.ts'
import { derivedId } from '../records/keys/id.ts'

/** Names the source of ids: every statement, of whatever bank, tells of the same documents. */
const SOURCE = 'bank'
/** The id itself, and how many times it stood in the order before and was taken back. */
const FORM = /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?:-\d+)?$/

/**
 * The id of the payment that a bank's document tells of. It follows from what the document itself bears, so that it is the same
 * in every statement that has it: taken in twice, also from both of the company's own accounts, it is there once.
 */
export function paymentId({ number, date, sum, payer, payee }: BankDocument): string {
  const key = [payer.account, payer.bik, payee.account, payee.bik, number, date, sum].join('\u0000')
  // An entry's id has no circle: it stands in its order's document, and is to be a segment of a path.
  return derivedId(COMMON, Date.parse(`${date}T00:00:00Z`), SOURCE, key).slice(COMMON.length + 1)
}

/** The id of the bank's payment that an order's payment was made by; null where it was entered by hand. */
export function bankPaymentOf(entry: string): string | null {
  return FORM.exec(entry)?.[1] ?? null
}

/** Under which id the payment is entered in an order that has had it `before` times: a fact that was taken back stays. */
export function entryFor(payment: string, before: number): string {
  return before === 0 ? payment : `${payment}-${before}`
}
