import { fieldsOf } from '../../custom/known.ts'
import { customers } from '../../customers/collections.ts'
import { CUSTOMER_LIST_FIELDS } from '../../customers/list-fields.ts'
import { comparisonsOf } from '../../filters/values/comparisons.ts'
import { orders } from '../../orders/collections.ts'
import { ORDER_LIST_FIELDS } from '../../orders/list-fields.ts'
import { type Fields, own } from '../../records/declarations/collection.ts'
import { email, type Field, flag, phone, strings } from '../../records/declarations/fields.ts'

/** What a criterion's field is of: the order, what it refers to, its lines, or what its move changed. */
export const PARTS = ['order', 'was', 'changed', 'customer', 'contact', 'lines'] as const
export type Part = (typeof PARTS)[number]

/** A field that criteria may name: `<name>` of the order, `<part>.<name>` of the others. */
export interface CriteriaField {
  readonly key: string
  readonly part: Part
  readonly name: string
  readonly field: Field
}

const { kind, state, completion, reason, total, paying, unpaid, shipping, unshipped } = ORDER_LIST_FIELDS
/** Where the order stands by its move, and how far it is paid and shipped. */
const DERIVED = { kind, state, completion, reason, total, paying, unpaid, shipping, unshipped }
/** What stood before the move: what moves carry. */
const WAS = { state, kind, total, responsible: orders.fields.responsible }
const CHANGED = { state: flag(), kind: flag(), total: flag(), responsible: flag() }
/** Whatever its lines name, and the groups of these. */
const LINES = { product: { ...strings(), to: 'products' }, group: { ...strings(), to: 'productGroups' } }
const NO_CRITERION: readonly string[] = ['mergedInto', 'draft', 'cardPlace']

function fieldsIn(part: Part): Fields {
  switch (part) {
    case 'order':
      return { ...fieldsOf('orders'), ...DERIVED }
    case 'customer':
      return { ...fieldsOf('customers'), inSegment: CUSTOMER_LIST_FIELDS.inSegment }
    case 'contact':
      return { ...customers.lists.contacts.fields, phone: phone(), email: email() }
    case 'was':
      return WAS
    case 'changed':
      return CHANGED
    case 'lines':
      return LINES
  }
}

/** Every field that criteria may name now, those that the company added among them. */
export function criteriaFields(): readonly CriteriaField[] {
  return PARTS.flatMap((part) =>
    Object.entries(fieldsIn(part)).flatMap(([name, field]) => {
      const isAsked = comparisonsOf(field).length > 0 && field.type !== 'hue' && !field.unread
      return isAsked && !NO_CRITERION.includes(name) ? [{ key: keyOf(part, name), part, name, field }] : []
    }),
  )
}

/** The field that a criterion names; undefined where there is none (any more). */
export function criteriaField(key: string): Field | undefined {
  const { part, name } = partsOf(key)
  if (!part || NO_CRITERION.includes(name)) return undefined
  return part === 'order' ? (own(DERIVED, name) ?? own(fieldsOf('orders'), name)) : own(fieldsIn(part), name)
}

/** What a key names: `customer.segment` the segment of the customer. */
export function partsOf(key: string): { readonly part: Part | undefined; readonly name: string } {
  const dot = key.indexOf('.')
  if (dot < 0) return { part: 'order', name: key }
  const part = PARTS.find((one) => one !== 'order' && one === key.slice(0, dot))
  return { part, name: key.slice(dot + 1) }
}

function keyOf(part: Part, name: string): string {
  return part === 'order' ? name : `${part}.${name}`
}
