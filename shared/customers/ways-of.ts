import type { EventKind } from '../events/collections.ts'
import type { Customer } from './collections.ts'

type Way = 'phones' | 'emails' | 'addresses'

/** By what one is reached for each kind of event. */
const WAYS: { readonly [K in EventKind]: readonly Way[] } = {
  call: ['phones'],
  sms: ['phones'],
  letter: ['emails'],
  meeting: ['addresses'],
  otherEvent: ['phones', 'emails', 'addresses'],
}

/** Where the text of a way stands in its entries, and of the customer's first one in the record itself. */
const FIELDS = {
  phones: ['number', 'phone'],
  emails: ['email', 'email'],
  addresses: ['address', 'address'],
} as const satisfies { readonly [W in Way]: readonly [string, keyof Customer] }

/**
 * Numbers or addresses by which a contact is reached for an event of a kind: the contact's own first, then those of the customer
 * itself. `rows`: the customer and those merged into it.
 */
export function waysOf(rows: readonly Customer[], contact: string | null, kind: EventKind): readonly string[] {
  const found = WAYS[kind].flatMap((way) => {
    const own = contact === null ? [] : rows.flatMap((row) => entriesOf(row, way, contact))
    const general = rows.flatMap((row) => [row[FIELDS[way][1]], ...entriesOf(row, way, null)])
    return [...own, ...general]
  })
  return [...new Set(found.filter((text) => text !== null))]
}

function entriesOf(row: Customer, way: Way, contact: string | null): readonly (string | null)[] {
  const entries = row[way] as readonly { readonly contact: string | null; readonly [field: string]: unknown }[]
  return entries.filter((entry) => entry.contact === contact).map((entry) => entry[FIELDS[way][0]] as string | null)
}
