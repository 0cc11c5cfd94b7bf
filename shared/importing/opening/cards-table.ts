import type { ADDRESS_PARTS, Address, Contact } from '../reading/vcard/contact.ts'
import type { ReadCard } from '../reading/vcard/read.ts'
import type { Table } from './table.ts'

/** A column, and where its cells go. */
interface Named {
  readonly column: string
  readonly target: string
  readonly of: (contact: Contact) => string | null
}

/** The columns of which a card has one cell, by the names of vCard. */
const SINGLE: readonly Named[] = [
  { column: 'FN', target: 'name', of: (card) => card.name },
  { column: 'KIND', target: 'type', of: typeOf },
  { column: 'ORG', target: 'note', of: organisationOf },
  { column: 'TITLE', target: 'note', of: (card) => card.title },
  { column: 'BDAY', target: 'note', of: (card) => card.birthday },
  { column: 'URL', target: 'note', of: (card) => card.pages.map((page) => page.value).join('\n') },
  { column: 'CATEGORIES', target: 'note', of: (card) => card.categories.join(', ') },
  { column: 'NOTE', target: 'note', of: (card) => card.note },
]
/** What a card may have several of: the first is the record's own field, each other an entry of its list. */
const MANY = [
  { column: 'TEL', first: 'phone', more: 'phones.number', of: (card: Contact) => valuesOf(card.phones) },
  { column: 'EMAIL', first: 'email', more: 'emails.email', of: (card: Contact) => valuesOf(card.emails) },
  {
    column: 'ADR',
    first: 'address',
    more: 'addresses.address',
    of: (card: Contact) => card.addresses.map(addressText),
  },
]
const KEY = 'UID'

/** Cards as rows of customers: the columns are called as vCard calls them, and go where they belong (SPEC X5, X17). */
export function cardsTable(file: string, cards: readonly ReadCard[]): Table {
  const targets: Record<string, string> = Object.fromEntries(SINGLE.map(({ column, target }) => [column, target]))
  const taken = new Map<string, number>()
  const rows = cards.map(({ line, contact }) => {
    const cells: Record<string, string> = { [KEY]: keyOf(contact, taken) }
    for (const { column, of } of SINGLE) cells[column] = of(contact)?.trim() ?? ''
    for (const { column, first, more, of } of MANY) {
      for (const [at, value] of of(contact).entries()) {
        const name = at === 0 ? column : `${column} (${at + 1})`
        cells[name] = value
        targets[name] = at === 0 ? first : more
      }
    }
    return { line, cells }
  })
  const columns = [...new Set([KEY, ...SINGLE.map(({ column }) => column), ...Object.keys(targets)])]
  const layout = { what: 'customers', key: KEY, targets, changed: 'update' } as const
  return { title: '', sheet: { file, columns, rows, broken: [] }, known: { source: 'vcard', layout } }
}

function valuesOf(all: Contact['phones']): string[] {
  const own = [...all].sort((a, b) => Number(b.preferred) - Number(a.preferred))
  return own.map(({ value }) => value)
}

/** A card that names its company alone is a company's. */
function typeOf({ name, organisation, parts }: Contact): string {
  return organisation === name && !parts?.given && !parts?.family ? 'company' : 'person'
}

function organisationOf({ name, organisation, units }: Contact): string | null {
  const all = [organisation === name ? null : organisation, ...units]
  return all.filter((one) => one !== null && one !== '').join(', ')
}

/** As an envelope has it, from the street on; the post box and what stands beside the street before it. */
function addressText(address: Address): string {
  const order: readonly (typeof ADDRESS_PARTS)[number][] = [
    'code',
    'country',
    'region',
    'city',
    'street',
    'extra',
    'box',
  ]
  return order.flatMap((part) => address[part] || []).join(', ')
}

/** What tells a card apart from others: its own id, else its name with what reaches it; a second one of the same is counted. */
function keyOf({ uid, name, phones, emails }: Contact, taken: Map<string, number>): string {
  const key = uid ?? [name, phones[0]?.value ?? '', emails[0]?.value ?? ''].join(' ')
  const count = (taken.get(key) ?? 0) + 1
  taken.set(key, count)
  return count === 1 ? key : `${key} (${count})`
}
