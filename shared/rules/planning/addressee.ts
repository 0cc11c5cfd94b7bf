import { people } from '../../company/collections.ts'
import { waysOf } from '../../customers/ways-of.ts'
import { bestAddress, readAddress } from '../../messages/acts/address.ts'
import type { Way } from '../../messages/collections.ts'
import { type Contact, contactIn, customersOf, waysOfCompany } from '../../messages/parameters/around.ts'
import type { Order } from '../../orders/collections.ts'
import type { Action } from '../collections.ts'
import type { Look } from '../look.ts'
import { whyOf } from '../why.ts'

/** Whom a message goes to, by the address or number; or why there is nobody, in the form of why.ts. */
export type Addressed =
  | { readonly to: string; readonly who: string | null; readonly contact: string | null }
  | { readonly why: string }

type Asked = Pick<Action, 'does' | 'to' | 'person' | 'address'>

export function addresseeOf(action: Asked, order: Order, look: Look): Addressed {
  const found = foundBy(action, order, look)
  if ('why' in found) return found
  const to = readAddress(wayOf(action), found.to, waysOfCompany(look.find).country)
  return to === null ? { why: whyOf('addressWrong', { address: found.to }) } : { ...found, to }
}

function foundBy(action: Asked, order: Order, look: Look): Addressed {
  switch (action.to) {
    case 'toContact':
      return toContact(action, order, look)
    case 'toCustomer':
      return toCustomer(action, null, order, look)
    case 'toResponsible':
      return order.responsible === null ? { why: whyOf('noResponsible') } : toPerson(action, order.responsible, look)
    case 'toPerson':
      return toPerson(action, action.person, look)
    default:
      return { to: action.address?.trim() ?? '', who: null, contact: null }
  }
}

function toContact(action: Asked, order: Order, look: Look): Addressed {
  if (!order.contact?.trim()) return { why: whyOf('noContact') }
  const contact = contactIn({ order, find: look.find })
  return contact ? toCustomer(action, contact, order, look) : { why: lacking(action, order.contact) }
}

/** Of a contact the own address first, then the customer's. */
function toCustomer(action: Asked, contact: Contact | null, order: Order, look: Look): Addressed {
  const rows = customersOf({ order, find: look.find })
  const [customer] = rows
  if (!customer) return { why: whyOf('noCustomer') }
  const who = contact?.name ?? customer.name
  const way = wayOf(action)
  const ways = waysOf(rows, contact?.id ?? null, way)
  const to = bestAddress(way, ways, waysOfCompany(look.find).country) ?? ways[0]
  return to === undefined ? { why: lacking(action, who) } : { to, who, contact: contact?.id ?? null }
}

function toPerson(action: Asked, id: string | null, look: Look): Addressed {
  const person = id === null ? null : look.find(people, id)
  if (!person || person.gone) return { why: whyOf('noPerson') }
  const to = action.does === 'sms' ? null : person.email
  return to ? { to, who: person.name, contact: null } : { why: lacking(action, person.name) }
}

function wayOf({ does }: Asked): Way {
  return does === 'sms' ? 'sms' : 'letter'
}

function lacking({ does }: Asked, who: string | null): string {
  return whyOf(does === 'sms' ? 'noPhone' : 'noEmail', { who: who ?? '' })
}
