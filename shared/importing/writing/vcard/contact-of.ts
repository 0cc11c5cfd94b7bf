import type { Customer } from '../../../customers/collections.ts'
import type { Address, Contact, Reach } from '../../reading/vcard/contact.ts'

/** A customer as a card: the customer's own phone, mail and address first, then those of the lists. */
export function contactOf(customer: Customer): Contact {
  const { id, name, type, phone, email, address, note, tags } = customer
  return {
    name: name ?? '',
    parts: null,
    organisation: type === 'company' ? name : null,
    units: [],
    title: null,
    phones: reaches([phone, ...customer.phones.map((one) => one.number)]),
    emails: reaches([email, ...customer.emails.map((one) => one.email)]),
    pages: [],
    addresses: [address, ...customer.addresses.map((one) => one.address)].flatMap((one) => addressOf(one) ?? []),
    note,
    birthday: null,
    categories: tags,
    uid: id,
    photo: null,
    others: [],
  }
}

const PLAIN = { types: [], label: null, preferred: false } as const

function reaches(values: readonly (string | null)[]): Reach[] {
  return values.flatMap((value) => (value ? [{ ...PLAIN, value }] : []))
}

/** An address is one text here: it stands as the street. */
function addressOf(street: string | null): Address | null {
  if (!street) return null
  return { ...PLAIN, street, box: '', extra: '', city: '', region: '', code: '', country: '' }
}
