import { COMMON } from '../documents/families.ts'
import type { BankDocument } from '../importing/reading/bank/statement.ts'
import { derivedId } from '../records/keys/id.ts'

/** Names the source of ids: every statement, of whatever bank, tells of the same documents. */
const SOURCE = 'bank'

/**
 * The id of the payment that a bank's document tells of. It follows from what the document itself bears, so that it is the same
 * in every statement that has it: taken in twice, also from both of the company's own accounts, it is there once.
 */
export function paymentId({ number, date, sum, payer, payee }: BankDocument): string {
  const key = [payer.account, payer.bik, payee.account, payee.bik, number, date, sum].join('\u0000')
  return derivedId(COMMON, Date.parse(`${date}T00:00:00Z`), SOURCE, key)
}
