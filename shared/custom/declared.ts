import type { CollectionName } from '../collections.ts'
import { type CustomName, isCustomName } from '../records/declarations/custom.ts'
import {
  choice,
  date,
  decimal,
  email,
  type Field,
  flag,
  link,
  money,
  note,
  phone,
  reference,
  strings,
  text,
} from '../records/declarations/fields.ts'
import { byPlace } from '../records/declarations/place.ts'
import { type CustomFieldRow, type Customized, type CustomType, DECIMALS } from './collections.ts'

/** A field that the company added, as forms, lists and files know the others. */
export interface CustomField {
  readonly name: CustomName
  readonly of: Customized
  readonly type: CustomType
  /** Removed: shown nowhere but where what was written is told of. */
  readonly isGone: boolean
  readonly field: Field
}

/** Collections whose records take over the fields of another. */
const SAME_AS: { readonly [C in CollectionName]?: Customized } = { orderTemplates: 'orders' }

/** The collection whose added fields the records of this one have. */
export function ownerOf(collection: CollectionName): CollectionName {
  return SAME_AS[collection] ?? collection
}

/**
 * What the company has declared, in its order. What names no collection, or no type that this program knows, is left out:
 * its values stay where they are.
 */
export function declaredOf(rows: readonly CustomFieldRow[]): readonly CustomField[] {
  return rows.toSorted(byPlace).flatMap((row) => {
    const { id, of, type } = row
    return of && type && isCustomName(id) ? [{ name: id, of, type, isGone: row.gone, field: fieldOf(row, type) }] : []
  })
}

function fieldOf(row: CustomFieldRow, type: CustomType): Field {
  const { name, hint, options, decimals } = row
  const offered = options.map((one) => ({ id: one.id, name: one.name ?? '', hue: one.hue, isOff: one.off }))
  const field = BY_TYPE[type](offered.map(({ id }) => id))
  const asked = { isWanted: row.wanted, isQuick: row.quick, isLater: row.later }
  const places = decimals ? DECIMALS.indexOf(decimals) : null
  return { ...field, added: { title: name ?? '', hint, ...asked, decimals: places, options: offered } }
}

/** Sums are in the company's currency: a record of another one may have none of its own. */
const BY_TYPE: { readonly [T in CustomType]: (options: readonly string[]) => Field } = {
  line: () => text(),
  longText: () => note(),
  number: () => decimal({ summed: true }),
  sum: () => money({ summed: true }),
  day: () => date(),
  yesNo: () => flag(),
  choice: (options) => choice(options),
  choices: () => strings(),
  toCustomer: () => reference('customers'),
  toPerson: () => reference('people'),
  toProduct: () => reference('products'),
  phone: () => phone(),
  email: () => email(),
  link: () => link(),
}
