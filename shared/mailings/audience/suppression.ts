import type { Customer } from '../../customers/collections.ts'
import { refusedOf } from '../../letters/refused.ts'
import { readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import type { Why } from '../../rules/why.ts'
import { isGiven, isWithdrawn, type Said } from '../consent.ts'
import { toOf } from '../consent-id.ts'

/** Whom something is about to be sent to. */
export interface About {
  readonly way: Way
  readonly to: string
  /** Whether it goes to those alone who have agreed. */
  readonly wantsConsent: boolean
  /** ISO 3166-1, of numbers without a code. */
  readonly country: string | null
}

/** What is known of that now. */
export interface Known {
  readonly customer: Customer | null
  readonly consent: Said | null
}

/** Why nothing goes there; null: it goes (SPEC BM9). */
export function whyNotTo(about: About, { customer, consent }: Known): Why | null {
  if (isWithdrawn(consent)) return why('consentWithdrawn')
  if (about.wantsConsent && !isGiven(consent)) return why('noConsent')
  if (customer === null || customer.gone) return why('customerRemoved')
  if (customer.mergedInto !== null) return why('customerMerged')
  const own = addressesOf(customer, about.way).filter(({ address }) => isIt(address, about))
  if (own.length === 0) return why('addressChanged')
  const said = own.map((one) => one.refused).find((one) => one !== null)
  return said === undefined ? null : why('addressRefuses', { answer: said })
}

/** An address or number of a customer. */
export interface CustomerAddress {
  readonly address: string
  /** The contact’s entry; null: the customer’s own. */
  readonly contact: string | null
  /** What its server said last, where it takes no letters. */
  readonly refused: string | null
}

/** The addresses or numbers of a customer, as they stand, its own first. */
export function addressesOf(customer: Customer, way: Way): readonly CustomerAddress[] {
  const all =
    way === 'letter'
      ? [
          { address: customer.email, contact: null, refused: refusedOf(customer.email, customer.emailRefused) },
          ...customer.emails.map(({ email, contact, refused }) => ({
            address: email,
            contact,
            refused: refusedOf(email, refused),
          })),
        ]
      : [
          { address: customer.phone, contact: null, refused: null },
          ...customer.phones.map(({ number, contact }) => ({ address: number, contact, refused: null })),
        ]
  return all.flatMap(({ address, ...rest }) => (address ? [{ address, ...rest }] : []))
}

function isIt(address: string, { way, to, country }: About): boolean {
  if (toOf(way, address) === to) return true
  return way === 'sms' && readAddress('sms', address, country) === to
}

function why(code: Why['code'], params: Why['params'] = {}): Why {
  return { code, params }
}
