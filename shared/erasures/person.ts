import { readMailboxes } from '../letters/mailbox.ts'
import { phoneKey } from '../phones/phone.ts'

/** Who is to be erased: a customer, a contact of one, or somebody of whom only an address or number is known. */
export type Person =
  | { readonly is: 'customer'; readonly customer: string }
  | { readonly is: 'contact'; readonly customer: string; readonly contact: string }
  | { readonly is: 'address' }

/** Whom it is asked for: a customer or contact by id, or an address or number as people write it. */
export type Whom = { readonly person: Exclude<Person, { readonly is: 'address' }> } | { readonly address: string }

/** As `erasures.subject` keeps it: ids alone; of an address nothing but its mark stands beside it. */
export function subjectOf(person: Person): string {
  if (person.is === 'address') return 'address'
  return person.is === 'customer' ? `customers/${person.customer}` : `customers/${person.customer}/${person.contact}`
}

/** Null for a text of another form. */
export function personOf(subject: string | null): Person | null {
  if (subject === 'address') return { is: 'address' }
  const [collection, customer, contact, more] = (subject ?? '').split('/')
  if (collection !== 'customers' || !customer || more !== undefined) return null
  return contact ? { is: 'contact', customer, contact } : { is: 'customer', customer }
}

/**
 * Addresses of mail and numbers in a text, in the form in which they are compared: `mail:` in lower case, `phone:` as E.164. Several
 * readers of a letter stand apart by commas.
 */
export function keysIn(text: string | null): readonly string[] {
  if (!text) return []
  if (!text.includes('@')) {
    const number = phoneKey(text)
    return number === null ? [] : [`phone:${number}`]
  }
  const addresses = readMailboxes(text).map(({ address }) => address.trim().toLowerCase())
  return addresses.filter((address) => address.includes('@')).map((address) => `mail:${address}`)
}
