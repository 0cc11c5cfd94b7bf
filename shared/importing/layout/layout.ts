import { COLLECTIONS } from '../../collections.ts'
import { fieldsOf } from '../../custom/known.ts'
import type { Fields, Lists } from '../../records/declarations/collection.ts'
import type { Field } from '../../records/declarations/fields.ts'
import type { Mapping } from '../reading/mapping.ts'
import type { Sheet } from '../reading/sheet.ts'

/** What the rows of a table may become by a layout that somebody chooses. */
export const LAID_OUT = ['customers', 'products', 'organisations', 'departments', 'people'] as const
export type LaidOut = (typeof LAID_OUT)[number]

/**
 * How the columns of one table become records: what is remembered, and what a screen asks for. A mapping (README.md) is made of it.
 */
export interface Layout {
  readonly what: LaidOut
  /** The column that tells rows apart. */
  readonly key: string
  /** By column where its cells go: a field, or a field of a list's entries, `phones.number`. A column that goes nowhere is left out. */
  readonly targets: Readonly<Record<string, string>>
  /** A row whose record an import made before: it stays as it is, or gets what the row says. */
  readonly changed: 'leave' | 'update'
  /** How numbers and dates are written, where what was guessed of the cells is wrong. */
  readonly form?: Partial<CellForms>
}

/** How the cells of a file write what is no text. */
export type CellForms = Pick<Mapping['format'], 'dates' | 'decimal'>

/** Fields of entries that a column can give by itself: each cell makes an entry. */
const ENTRY_TARGETS: { readonly [W in LaidOut]?: readonly string[] } = {
  customers: ['phones.number', 'emails.email', 'addresses.address', 'contacts.name'],
}
/** Types of built-in fields that no cell gives, and fields that a file does not say. */
const UNREADABLE = ['flag', 'place']
const OWN = ['mergedInto', 'user', 'role']

/** Where cells of such a table may go, in the order of the declaration. */
export function targetsOf(what: LaidOut): readonly string[] {
  const fields = Object.entries(fieldsOf(what)).filter(([name, field]) => isReadable(field) && !OWN.includes(name))
  return [...fields.map(([name]) => name), ...(ENTRY_TARGETS[what] ?? [])]
}

function isReadable({ type, server, account, added }: Field): boolean {
  return !server && !account && (added !== undefined || !UNREADABLE.includes(type))
}

/** Whether several columns may go there: each makes an entry, or adds a line to a note. */
export function takesMany(what: LaidOut, target: string): boolean {
  return target.includes('.') || fieldOf(what, target)?.type === 'note'
}

/** The declared field of a target. */
export function fieldOf(what: LaidOut, target: string): Field | undefined {
  const [first = '', second] = target.split('.')
  const lists: Lists = COLLECTIONS[what].lists
  const fields: Fields | undefined = second === undefined ? fieldsOf(what) : lists[first]?.fields
  return fields?.[second ?? first]
}

/** Names a table by its columns: the same list, saved another day under another name, is the same source. */
export function sourceName(what: LaidOut, { columns }: Pick<Sheet, 'columns'>): string {
  return `${what}: ${columns.join(' | ')}`
}
