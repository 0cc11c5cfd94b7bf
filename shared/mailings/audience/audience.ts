import type { Customer } from '../../customers/collections.ts'
import { readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import { toOf } from '../consent-id.ts'
import { addressesOf, type CustomerAddress } from './suppression.ts'

/** A member of the segment, and why it is in. */
export interface Member<B> {
  readonly customer: Customer
  readonly because: B
}

/** A reader as it is frozen. */
export interface Reader<B = string> {
  readonly customer: string
  /** The contact’s entry; null: the customer’s own. */
  readonly contact: string | null
  readonly to: string
  readonly name: string
  readonly because: B
}

/** Who gets a mailing, and who does not for a reason that is plain at once. */
export interface Audience<B> {
  readonly readers: readonly Reader<B>[]
  /** Customers who have no address or number of the way. */
  readonly without: number
  /** Whose address another has already. */
  readonly doubled: number
}

/** One address of each customer, and each address once, the first one’s (SPEC BM8). `country`: of numbers without a code. */
export function audienceOf<B>(members: Iterable<Member<B>>, way: Way, country: string | null): Audience<B> {
  const readers = new Map<string, Reader<B>>()
  let [without, doubled] = [0, 0]
  for (const { customer, because } of members) {
    const found = bestOf(customer, way, country)
    if (!found) without++
    else if (readers.has(found.to)) doubled++
    else {
      const { to, contact } = found
      const name = customer.contacts.find(({ id }) => id === contact)?.name ?? customer.name ?? ''
      readers.set(to, { customer: customer.id, contact, to, name, because })
    }
  }
  return { readers: [...readers.values()], without, doubled }
}

/** Of a Russian number whose owner carries it about: others mostly have no SMS. */
const MOBILE = /^\+79/

/** The first that is one and takes letters, mobile numbers before others. */
function bestOf(customer: Customer, way: Way, country: string | null) {
  const sound = addressesOf(customer, way).flatMap((one: CustomerAddress) => {
    const read = readAddress(way, one.address, country)
    return read === null ? [] : [{ to: toOf(way, read), contact: one.contact, refused: one.refused }]
  })
  const open = sound.filter(({ refused }) => refused === null)
  return (way === 'sms' ? open.find(({ to }) => MOBILE.test(to)) : undefined) ?? open[0] ?? sound[0] ?? null
}
