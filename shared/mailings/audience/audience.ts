import type { Customer } from '../../customers/collections.ts'
import { readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import type { MailingRecipient } from '../collections.ts'
import { toOf } from '../consent-id.ts'
import { addressesOf, type CustomerAddress } from './suppression.ts'

/** A member of the segment, and why it is in. */
export interface Member {
  readonly customer: Customer
  readonly because: string
}

/** A reader as it is frozen. */
export type Reader = Readonly<
  Record<'customer' | 'to' | 'name' | 'because', string> & Pick<MailingRecipient, 'contact'>
>

/** Who gets a mailing, and who does not for a reason that is plain at once. */
export interface Audience {
  readonly readers: readonly Reader[]
  /** Customers who have no address or number of the way. */
  readonly without: number
  /** Whose address another has already. */
  readonly doubled: number
}

/** One address of each customer, and each address once, the first one’s (SPEC BM8). `country`: of numbers without a code. */
export function audienceOf(members: Iterable<Member>, way: Way, country: string | null): Audience {
  const readers = new Map<string, Reader>()
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
