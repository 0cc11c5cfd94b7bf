import { Failure } from '../errors.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { currencies } from './collections.ts'
import { ratesOf } from './rates.ts'

/** A rate of a currency from a day on. */
export interface NewRate {
  /** The currency's record. */
  readonly id: string
  /** `YYYY-MM-DD`; null: from ever. */
  readonly from: string | null
  /** Of the company's currency for one unit. */
  readonly millionths: number
}

/** Sets the rate from a day on; one of that day is written anew, there are no two (SPEC S2). Failure `rate-wrong`. */
export function setRate(tx: Transaction, { id, from, millionths }: NewRate): void {
  if (!currencies.lists.rates.fields.millionths.accepts(millionths)) throw new Failure('rate-wrong')
  const known = ratesOf(tx.get(currencies, id).rates).find((one) => one.from === from)
  if (known) tx.setEntry(currencies, id, 'rates', known.id, { millionths })
  else tx.add(currencies, id, 'rates', newEntryId(), { from, millionths })
}
