import { writeConsent } from '../../mailings/write-deed.ts'
import { readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import type { Visitor } from './customer.ts'

interface Agreed {
  readonly visitor: Visitor
  readonly customer: string
  /** ms since 1970 */
  readonly at: number
  readonly country: string | null
}

/** Where a visitor wants news: by mail, or by SMS where he gave no address of mail. */
function newsWay({ visitor, country }: Pick<Agreed, 'visitor' | 'country'>): { way: Way; to: string } | null {
  const letter = readAddress('letter', visitor.email, country)
  if (letter !== null) return { way: 'letter', to: letter.toLowerCase() }
  const sms = readAddress('sms', visitor.phone, country)
  return sms === null ? null : { way: 'sms', to: sms }
}

/** Keeps that a visitor agreed to news (SPEC WB10). What was taken back later stays so. */
export function keepConsent(tx: Transaction, agreed: Agreed): void {
  const way = newsWay(agreed)
  if (way === null) return
  const { customer, at } = agreed
  writeConsent(tx, { ...way, customer }, (stand) =>
    at > (stand.given ?? 0) ? { ...stand, given: at, givenBy: 'siteForm' } : stand,
  )
}
