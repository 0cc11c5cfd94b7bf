import type { Customer } from '../../customers/collections.ts'
import { customers } from '../../customers/collections.ts'
import type { DuplicateIndex } from '../../customers/duplicates/duplicate-index.ts'
import { nameKey } from '../../customers/duplicates/keys.ts'
import { keysOf, type Sign } from '../../customers/duplicates/signs.ts'
import { placeAfter } from '../../records/declarations/place.ts'
import { doubtOfInn } from '../../records/forms/inn.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import type { SiteOrder } from '../catalogue.ts'

/** By what a visitor is known, what says most first. A name or an address says too little. */
const KNOWN_BY = ['inn', 'phone', 'email'] as const satisfies readonly Sign[]

/** What a visitor says of himself, cleaned. */
export type Visitor = Pick<SiteOrder, 'name' | 'phone' | 'email' | 'address' | 'company' | 'inn'>

/** The customer that a visitor is (SPEC WB8); null: nobody who is known. Of several the one made first, which all devices choose alike. */
export function knownAs(visitor: Visitor, index: DuplicateIndex): string | null {
  const compared = { phone: visitor.phone, email: visitor.email, inn: visitor.inn }
  for (const sign of KNOWN_BY) {
    const keys = [...keysOf(compared, sign, index.country)]
    const [first] = keys.flatMap((key) => [...index.holders(sign, key)]).sort()
    if (first !== undefined) return first
  }
  return null
}

interface NewCustomer {
  readonly id: string
  readonly visitor: Visitor
  readonly source: string | null
  readonly responsible: string | null
  /** What somebody is called who said no name. */
  readonly nobody: string
}

/** Makes the customer that a visitor becomes. */
export function makeCustomer(tx: Transaction, { id, visitor, source, responsible, nobody }: NewCustomer): void {
  const { name, phone, email, address, company, inn } = visitor
  const isCompany = company !== '' || inn.replaceAll(/\s/g, '').length === 10
  const isInn = inn !== '' && doubtOfInn(inn) === null
  tx.create(customers, id, {
    name: company || name || phone || email || nobody,
    type: isCompany ? 'company' : 'person',
    ...filled({ phone, email, address, source, responsible, inn: isInn ? inn.replaceAll(/\s/g, '') : '' }),
  })
}

/**
 * Adds to a customer what a visitor says that is not known of it: the person as a contact where the name is another, a phone, an
 * address of mail. `order`: the order's id, of which entries are named. Gives the contact's name as orders have it.
 */
export function addVisitor(tx: Transaction, customer: Customer, visitor: Visitor, order: string): string | null {
  const { name, phone, email } = visitor
  const isItself = name === '' || nameKey(name) === nameKey(customer.name ?? '')
  const known = customer.contacts.find((one) => nameKey(one.name ?? '') === nameKey(name))
  const entry = (list: string) => `${order.slice(-12)}${list}`
  const contact = isItself ? null : (known?.id ?? entry('c'))
  if (!isItself && !known)
    tx.add(customers, customer.id, 'contacts', entry('c'), { name, place: placeAfter(customer.contacts) })
  const isNew = (sign: 'phone' | 'email', value: string) => {
    const held = keysOf(customer, sign, null)
    return value !== '' && ![...keysOf({ [sign]: value }, sign, null)].some((key) => held.has(key))
  }
  if (isNew('phone', phone))
    tx.add(customers, customer.id, 'phones', entry('p'), { contact, number: phone, place: placeAfter(customer.phones) })
  if (isNew('email', email))
    tx.add(customers, customer.id, 'emails', entry('e'), { contact, email, place: placeAfter(customer.emails) })
  return isItself ? null : name
}

function filled<T extends Record<string, string | null>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '')) as Partial<T>
}
