import type { CollectionName } from '../../../shared/collections.ts'
import { type Counterparty, counterparties } from '../../../shared/counterparties/collections.ts'
import { riskBy } from '../../../shared/counterparties/risk.ts'
import { readAs } from '../../../shared/custom/reading.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { type Filter, rowsOf } from '../../../shared/filters/filter.ts'
import { holds } from '../../../shared/filters/holds.ts'
import { widened } from '../../../shared/filters/widen.ts'
import { listField } from '../../../shared/lists/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { fitsPhone, type TypedPhone, typedPhone } from '../../../shared/search/phone.ts'
import { createTexts, holderOf } from '../../../shared/search/searched.ts'
import type { Directory } from './directory.ts'
import type { Item } from './query.ts'

/** Which records of a collection are asked for. */
export interface Asked {
  readonly collection: CollectionName
  readonly filter: Filter
  readonly search: string
  /** Only these. */
  readonly ids?: readonly string[] | undefined
}

/**
 * Whether an item belongs to a list: it is neither removed nor merged into another, the filter holds of it, and it has every word searched for, or the phone.
 * Relative dates are those of the moment at which the matcher is made.
 */
export function matcher(directory: Directory, { collection, filter, search, ids }: Asked): (item: Item) => boolean {
  const isSearched = search.trim() !== ''
  const hasAll = holderOf(search)
  const textOf = createTexts(collection)
  const phone = typedPhone(search)
  const fieldOf = (name: string) => listField(collection, name)
  const wide = widened(filter, fieldOf, (to, id) => directory.below(to, id))
  const test = holds(wide, fieldOf, directory.around())
  const segmentsOf = inSegments(directory, collection, wide)
  const riskOf = risks(directory)
  const only = ids && new Set(ids)
  return (item) =>
    item.gone !== true &&
    !directory.isMerged(collection, item.id) &&
    (!only || only.has(item.id)) &&
    test((name) => {
      if (isOfSegments(name)) return segmentsOf(item, name)
      return isOfRisk(name) ? riskOf(item, name) : readFrom(directory, collection, item, name)
    }) &&
    (!isSearched || hasAll(textOf(item)) || (phone !== null && hasPhone(item, phone)))
}

/** A field of an item, or `reference.field` of the record that it refers to. */
function readFrom(directory: Directory, collection: CollectionName, item: Item, name: string): Json | undefined {
  const dot = name.indexOf('.')
  if (dot < 0) return item[name]
  const [reference, field] = [name.slice(0, dot), name.slice(dot + 1)]
  const to = listField(collection, reference)?.to
  const id = item[reference]
  if (typeof id !== 'string' || !to) return undefined
  const raw = directory.row(to as CollectionName, id)?.[field]
  const declared = listField(collection, name)
  return declared?.added ? readAs(declared, raw) : raw
}

/** The phones of a customer and the contacts, as they were typed; of others, none. */
function phonesIn({ phones }: Item): readonly string[] {
  return Array.isArray(phones) ? phones : []
}

function hasPhone(item: Item, typed: TypedPhone): boolean {
  return phonesIn(item).some((phone) => fitsPhone(phone, typed))
}

/** Fields that say how the company of a customer is weighed: of an order, its customer's. */
const OF_RISK = ['risk', 'customer.risk']

function isOfRisk(name: string): boolean {
  return OF_RISK.includes(name)
}

/** Whether a filter speaks of what is known of companies: it is read anew when that has changed. */
export function readsRisk(collection: CollectionName, filter: Filter): boolean {
  return collection !== 'counterparties' && rowsOf(filter).some(({ field }) => isOfRisk(field))
}

/** Reads how companies are weighed now, of counterparties that are gone through once. */
function risks(directory: Directory) {
  let known: ReadonlyMap<string, Counterparty> | undefined
  const find = (inn: string) => {
    known ??= new Map(Array.from(directory.all(counterparties), (one) => [one.inn?.trim() ?? '', one]))
    return known.get(inn) ?? null
  }
  return (item: Item, name: string) => {
    const inn = name === 'risk' ? item.inn : directory.typed(customers, String(item.customer))?.inn
    return riskBy(typeof inn === 'string' ? inn : null, find, directory.now)
  }
}

/** Fields that say in which segments a customer is: of an order, its customer. */
const OF_SEGMENTS = ['inSegment', 'customer.inSegment']

function isOfSegments(name: string): boolean {
  return OF_SEGMENTS.includes(name)
}

/** Reads in which of the segments that a filter names a customer is; of all, where it asks whether in any. */
function inSegments(directory: Directory, collection: CollectionName, filter: Filter) {
  const rows = rowsOf(filter).filter(({ field }) => isOfSegments(field))
  if (rows.length === 0) return () => []
  if (collection !== 'customers') directory.segments.noteOfOrders?.()
  const isOfAny = rows.some(({ is }) => is === 'filled' || is === 'empty')
  const named = isOfAny ? directory.segments.ids() : new Set(rows.flatMap(({ values }) => values.map(String)))
  const sets = Array.from(named, (id) => [id, directory.segments.members(id)] as const)
  return (item: Item, name: string) => {
    const customer = name === 'inSegment' ? item.id : item.customer
    return sets.flatMap(([id, members]) => (typeof customer === 'string' && members.has(customer) ? [id] : []))
  }
}
