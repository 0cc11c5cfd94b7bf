import type { Customized, CustomType } from '../custom/collections.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'
import { isCustomName } from '../records/declarations/custom.ts'
import type { Cut, ListCut } from '../records/packing/cut.ts'
import { keysIn, type Person } from './person.ts'
import { ERASED_CUSTOMER, type Personal, personalOf } from './personal.ts'

/** Any record as it is read. */
export type AnyRow = Row<Collection> & { readonly [field: string]: unknown }

/** Whose records are looked for. */
export interface Sought {
  readonly person: Person
  /** The customer and all that were merged into it, by id; none where only an address is known. */
  readonly customers: ReadonlySet<string>
  /** The contact's name, by which orders name it; null where no contact is meant. */
  readonly contactName: string | null
  /** Whether an address or number, as `keysIn` gives it, is the person's. */
  readonly isTheirs: (key: string) => boolean
  readonly inns: ReadonlySet<string>
  /** Records found to be of the person, `<collection>/<id>`: what is said about them is cut, too. */
  readonly found: ReadonlySet<string>
  /** Of what type a field is that the company added; undefined: it is not declared. */
  readonly ownType: (of: Customized, name: string) => CustomType | undefined
}

/** What companies' own fields of these types hold is counted, chosen or referred to, and says nothing of a person by itself. */
const COUNTED: readonly (CustomType | undefined)[] = [
  'number',
  'sum',
  'yesNo',
  'choice',
  'choices',
  'toPerson',
  'toProduct',
]
/** Collections that tell of another record by `about`; they are looked through when those are known. */
export const TOLD_ABOUT = ['comments', 'files', 'reminders'] as const

/** What is cut out of a record; null: it is not of the person. */
export function cutFor(collection: string, row: AnyRow, sought: Sought): Cut | null {
  const personal = personalOf(collection)
  if (!personal) return null
  if (collection === 'customers') return cutOfCustomer(row, personal, sought)
  if (isOfPerson(collection, row, sought)) return whole(collection, row, personal, sought)
  return cutOfParts(collection, row, personal, sought)
}

function cutOfCustomer(row: AnyRow, personal: Personal, sought: Sought): Cut | null {
  const { person, customers } = sought
  if (!customers.has(row.id)) return null
  if (person.is === 'customer') return whole('customers', row, personal, sought)
  if (person.is !== 'contact') return null
  const { contact } = person
  const own = (list: string) => entriesOf(row, list).filter((entry) => entry.contact === contact)
  const of = { field: 'contact', value: contact }
  const lists = ['phones', 'emails', 'addresses'].map((list) => {
    const entries = own(list).map(({ id }) => id)
    return [list, { fields: personal.lists[list] ?? {}, entries, of } satisfies ListCut] as const
  })
  const contacts: ListCut = { fields: personal.lists.contacts ?? {}, entries: [contact] }
  return { fields: {}, lists: { contacts, ...Object.fromEntries(lists) } }
}

/** Whether all that the record says is of the person: by what it refers to, or by an address where it refers to nobody else. */
function isOfPerson(collection: string, row: AnyRow, sought: Sought): boolean {
  if (collection === 'counterparties') return typeof row.inn === 'string' && sought.inns.has(row.inn)
  if (collection === 'messageDrafts') return isDraftOf(row, sought)
  if (TOLD_ABOUT.some((name) => name === collection)) return isAbout(row.about, sought)
  if (sought.person.is !== 'address' && isOfCustomer(row, sought)) return true
  return row.customer == null && addressesOf(row).some((text) => keysIn(text).some(sought.isTheirs))
}

function isOfCustomer(row: AnyRow, { person, customers, contactName }: Sought): boolean {
  if (typeof row.customer !== 'string' || !customers.has(row.customer)) return false
  if (person.is !== 'contact') return true
  return row.contact != null && (row.contact === person.contact || row.contact === contactName)
}

function isAbout(about: unknown, { person, customers, found }: Sought): boolean {
  if (typeof about !== 'string') return false
  const [collection, id = ''] = about.split('/')
  return found.has(about) || (person.is === 'customer' && collection === 'customers' && customers.has(id))
}

function isDraftOf({ draft }: AnyRow, { person, customers, isTheirs }: Sought): boolean {
  if (typeof draft !== 'string') return false
  if (person.is === 'customer' && [...customers].some((id) => draft.includes(id))) return true
  return (draft.match(/[^\s"'<>,;\\]+@[^\s"'<>,;\\]+/g) ?? []).some((one) => keysIn(one).some(isTheirs))
}

/** Under whichever names records keep addresses and numbers. */
function addressesOf(row: AnyRow): readonly string[] {
  const values = [row.address, row.number, row.fromAddress, row.to, row.cc, row.bcc, row.replyTo]
  return values.flat().filter((one) => typeof one === 'string')
}

/** Of a record of somebody else: those of its participants who are the person. */
function cutOfParts(collection: string, row: AnyRow, personal: Personal, { isTheirs }: Sought): Cut | null {
  if (collection !== 'events' && collection !== 'calendarRecords') return null
  const theirs = entriesOf(row, 'participants').filter(({ email }) => keysIn(textOf(email)).some(isTheirs))
  if (theirs.length === 0) return null
  const entries = theirs.map(({ id }) => id)
  return { fields: {}, lists: { participants: { fields: personal.lists.participants ?? {}, entries } } }
}

function whole(collection: string, row: AnyRow, personal: Personal, { ownType, person }: Sought): Cut {
  const of = collection === 'customers' || collection === 'orders' ? collection : null
  const own =
    of === null ? [] : Object.keys(row).filter((name) => isCustomName(name) && !COUNTED.includes(ownType(of, name)))
  // What was agreed with a company about its order stays; whom to ask for goes.
  const fields = collection === 'orders' && person.is === 'contact' ? { contact: null } : personal.fields
  const added = person.is === 'contact' ? [] : own.map((name) => [name, null] as const)
  const lists = collection === 'orders' && person.is === 'contact' ? {} : personal.lists
  return {
    fields: { ...fields, ...Object.fromEntries(added) },
    lists: Object.fromEntries(Object.entries(lists).map(([name, cut]) => [name, { fields: cut }])),
  }
}

/** Entries of a list that are to be removed, since the cut leaves nothing of them: paths `<list>/<entry>`. */
export function emptiedBy(collection: string, row: AnyRow, cut: Cut): readonly string[] {
  const emptied = personalOf(collection)?.emptied ?? []
  return emptied.flatMap((list) => {
    const of: ListCut | undefined = cut.lists[list]
    const present = entriesOf(row, list).map(({ id }) => id)
    return of ? present.filter((id) => !of.entries || of.entries.includes(id)).map((id) => `${list}/${id}`) : []
  })
}

/** Addresses and numbers by which a person is known, in the form of `keysIn`, and INNs: of the customer, or of one of its contacts. */
export function keysOf(row: AnyRow, person: Person): readonly string[] {
  const contact = person.is === 'contact' ? person.contact : null
  const entries = [...entriesOf(row, 'phones'), ...entriesOf(row, 'emails')]
  const listed = entries.filter((entry) => person.is === 'customer' || (entry.contact ?? null) === contact)
  const single = person.is === 'customer' ? [row.phone, row.email] : []
  const texts = [...single, ...listed.flatMap(({ number, email }) => [number, email])]
  return [...new Set(texts.flatMap((text) => keysIn(textOf(text))))]
}

/** Whether the customer is a person, or trades as one: of a company only contacts can be erased. */
export function isPerson({ type, inn, name }: { readonly [field in 'type' | 'inn' | 'name']: unknown }): boolean {
  if (name === ERASED_CUSTOMER) return true
  return type !== 'company' || (typeof inn === 'string' && /^\d{12}$/.test(inn))
}

type AnyEntry = { readonly id: string } & { readonly [field: string]: unknown }

function entriesOf(row: AnyRow, list: string): readonly AnyEntry[] {
  const entries = row[list]
  // Lists are read as arrays of entries, whatever their fields.
  return Array.isArray(entries) ? (entries as AnyEntry[]) : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
