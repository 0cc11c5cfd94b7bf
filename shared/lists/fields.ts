import { CALL_LIST_FIELDS } from '../calls/call-item.ts'
import type { CollectionName } from '../collections.ts'
import { COUNTERPARTY_LIST_FIELDS } from '../counterparties/list-item.ts'
import { everyCustomField, fieldsOf as withCustom } from '../custom/known.ts'
import { CUSTOMER_LIST_FIELDS } from '../customers/list-fields.ts'
import { EVENT_LIST_FIELDS } from '../events/event-item.ts'
import { comparisonsOf } from '../filters/values/comparisons.ts'
import { JOB_LIST_FIELDS } from '../jobs/job-item.ts'
import { MESSAGE_LIST_FIELDS } from '../messages/message-item.ts'
import { INVOICE_LIST_FIELDS } from '../orders/invoices/invoice-item.ts'
import { ORDER_LIST_FIELDS } from '../orders/list-fields.ts'
import { PLAN_LIST_FIELDS } from '../plans/plan-item.ts'
import { type Fields, own } from '../records/declarations/collection.ts'
import type { Field } from '../records/declarations/fields.ts'
import { RULE_LIST_FIELDS } from '../rules/list-fields.ts'
import { SEGMENT_LIST_FIELDS } from '../segments/list-fields.ts'

/** What items have besides the declared fields. */
const DERIVED: { readonly [C in CollectionName]?: Fields } = {
  orders: ORDER_LIST_FIELDS,
  invoices: INVOICE_LIST_FIELDS,
  customers: CUSTOMER_LIST_FIELDS,
  jobs: JOB_LIST_FIELDS,
  events: EVENT_LIST_FIELDS,
  messages: MESSAGE_LIST_FIELDS,
  rules: RULE_LIST_FIELDS,
  plans: PLAN_LIST_FIELDS,
  calls: CALL_LIST_FIELDS,
  segments: SEGMENT_LIST_FIELDS,
  counterparties: COUNTERPARTY_LIST_FIELDS,
}

/** Types that no list shows: an order among neighbours. */
const HIDDEN: readonly Field['type'][] = ['place']
/** Fields that say nothing of the records that a list shows: those merged into others stand in none, ids and trees nobody reads. */
const UNSHOWN: { readonly [C in CollectionName]?: readonly string[] } = {
  orders: ['visitor'],
  customers: ['mergedInto', 'emailRefused'],
  rules: ['kinds', 'criteria'],
  calls: ['outer'],
  messages: ['body', 'papers', 'files', 'contact', 'run', 'move', 'outer', 'asked'],
}

/** The fields that lists of a collection show, filter, sort and group by: the declared ones, and those that are derived. */
export function listFields(collection: CollectionName): Fields {
  const all = { ...withCustom(collection), ...DERIVED[collection] }
  const isShown = (name: string, { type }: Field) => !HIDDEN.includes(type) && !UNSHOWN[collection]?.includes(name)
  return Object.fromEntries(Object.entries(all).filter(([name, field]) => isShown(name, field)))
}

/** Fields of which only filters speak: finding them out for each row that is shown would be dear. */
const FILTERED_ALONE: { readonly [C in CollectionName]?: readonly string[] } = { customers: ['inSegment', 'risk'] }

/** Fields that are only shown: no item holds them. */
const SHOWN_ALONE: { readonly [C in CollectionName]?: readonly string[] } = { segments: ['count'] }

/** Whether a list can have the field called `name` as a column. */
export function isColumn(collection: CollectionName, name: string): boolean {
  return !FILTERED_ALONE[collection]?.includes(name)
}

/** The field at a name: one of the collection, or `reference.field` of the collection that a reference points to. */
export function listField(collection: CollectionName, name: string): Field | undefined {
  const [first = '', second, deeper] = name.split('.')
  const field = own(fieldsOf(collection), first)
  if (second === undefined || !field) return field
  return field.to === undefined || deeper !== undefined ? undefined : own(fieldsOf(field.to as CollectionName), second)
}

/** References whose records' fields can be filtered by, too: of an order its customer's segment. */
const THROUGH: { readonly [C in CollectionName]?: readonly string[] } = { orders: ['customer'] }

/** The names of all fields that a filter of the collection is offered: its own, then those behind its references. */
export function filterFields(collection: CollectionName): readonly string[] {
  const behind = (THROUGH[collection] ?? []).flatMap((reference) => {
    const to = own(fieldsOf(collection), reference)?.to
    if (to === undefined) return []
    // What is derived stands in a list's own items alone.
    const theirs = Object.keys(fieldsOf(to as CollectionName)).filter(
      (name) => !own(DERIVED[to as CollectionName] ?? {}, name) || !isColumn(to as CollectionName, name),
    )
    return theirs.map((name) => `${reference}.${name}`)
  })
  const all = [...Object.keys(fieldsOf(collection)), ...behind]
  return all.filter((name) => !SHOWN_ALONE[collection]?.includes(name) && isAsked(listField(collection, name)))
}

/** Whether anything can be said of a field. */
function isAsked(field: Field | undefined): boolean {
  return field !== undefined && comparisonsOf(field).length > 0 && field.type !== 'hue'
}

/** The fields whose sums lists show, and the item's field that is added up. */
export function summedFields(collection: CollectionName): readonly { readonly field: string; readonly by: string }[] {
  return Object.entries(fieldsOf(collection)).flatMap(([field, { summed }]) =>
    summed ? [{ field, by: summed === true ? field : summed }] : [],
  )
}

/** Types that rows can be put together by. */
const GROUPED: readonly Field['type'][] = ['choice', 'flag', 'reference', 'date', 'instant']
/** Texts that many records share; of the others each has its own. */
const SHARED: { readonly [C in CollectionName]?: readonly string[] } = {
  orders: ['source', 'currency'],
  products: ['category', 'unit'],
  customers: ['segment'],
}

/** Whether records can be put together by the field called `name`. */
export function canGroup(collection: CollectionName, name: string): boolean {
  const field = own(fieldsOf(collection), name)
  return field !== undefined && (GROUPED.includes(field.type) || (SHARED[collection] ?? []).includes(name))
}

/** By what the company has declared at the time: a list of many thousand rows asks for each of them. */
const FIELDS = new WeakMap<object, Map<CollectionName, Fields>>()

function fieldsOf(collection: CollectionName): Fields {
  const declared = everyCustomField()
  const known = FIELDS.get(declared) ?? new Map<CollectionName, Fields>()
  FIELDS.set(declared, known)
  const fields = known.get(collection) ?? listFields(collection)
  known.set(collection, fields)
  return fields
}
