import type { Field } from './fields.ts'
import type { Json } from './value.ts'

/** How the fields that a company adds by itself are called in records: `custom_` and letters or digits (SPEC R21). */
export type CustomName = `custom_${string}`

/** What a record has in such fields; one without a value is not there. */
export type CustomValues = { readonly [name: CustomName]: Json }

const FORM = /^custom_[A-Za-z0-9]{1,32}$/
/** The longest text that may stand in such a field; the most members of a set, and the longest of them. */
export const LONGEST_TEXT = 10_000
const MOST_MEMBERS = 100
const LONGEST_MEMBER = 200

export function isCustomName(name: string): name is CustomName {
  return FORM.test(name)
}

/** What a record that was read has in such fields. */
export function customValuesOf(row: object): CustomValues {
  return Object.fromEntries(Object.entries(row).filter(([name]) => isCustomName(name)))
}

/**
 * What records hold under such a name, whatever the company has declared: a text, a yes or no, an integer, a set of
 * texts. The declaration lies in another document and may be missing here, or be another one tomorrow: it says how the
 * value is read (shared/custom), never whether it may stand.
 */
export const CUSTOM_VALUE: Field<Json> = {
  type: 'text',
  fallback: null,
  accepts: (value) => isOne(value) || isSet(value),
  required: false,
  server: false,
  imported: false,
}

function isOne(value: Json): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT
  return typeof value === 'boolean' || Number.isSafeInteger(value)
}

function isSet(value: Json): boolean {
  const isMember = (one: Json) => typeof one === 'string' && one.length <= LONGEST_MEMBER
  return Array.isArray(value) && value.length <= MOST_MEMBERS && value.every(isMember)
}
