import { folded } from '../filters/values/folded.ts'
import { fallbackOf } from '../records/declarations/collection.ts'
import type { Field } from '../records/declarations/fields.ts'
import type { Json } from '../records/declarations/value.ts'
import { MOST_DECIMALS } from './numbers.ts'

/**
 * A raw value as its declared field reads it; the field's fallback where it says nothing there. What was written while the
 * field had another type is read wherever it means the same (SPEC U4): «12,5» is a number, a number is a text, the name
 * of an option is that option.
 */
export function readAs(field: Field, raw: Json | undefined): Json {
  return readWhole(field, raw).value
}

/** What stands there though the declared field cannot read it, in letters; null where it can, or nothing stands. */
export function oddIn(field: Field, raw: Json | undefined): string | null {
  return readWhole(field, raw).odd
}

/** Both at once: lists read all of their rows. */
export function readWhole(field: Field, raw: Json | undefined): { readonly value: Json; readonly odd: string | null } {
  if (raw === undefined || raw === null) return { value: fallbackOf(field), odd: null }
  const value = valueIn(field, raw)
  return value === null ? { value: fallbackOf(field), odd: lettersOf(raw) } : { value, odd: null }
}

/** Null: not to be read so. */
function valueIn(field: Field, raw: Json): Json {
  if (field.type === 'choice') return optionIn(field, raw)
  if (field.type === 'strings') return membersIn(field, raw)
  if (field.type === 'text' || field.type === 'note') return typeof raw === 'boolean' ? null : lettersOf(raw)
  if (field.type === 'reference') return typeof raw === 'string' && ID.test(raw) ? raw : null
  if (field.accepts(raw)) return raw
  if (typeof raw !== 'string') return null
  if (field.type === 'money') return hundredthsIn(raw, 2)
  if (field.type === 'decimal') return hundredthsIn(raw, MOST_DECIMALS)
  return field.type === 'date' ? dayIn(field, raw) : null
}

/** What ids of records are made of. */
const ID = /^[A-Za-z0-9_-]{1,80}$/

function optionIn({ added }: Field, raw: Json): string | null {
  if (typeof raw !== 'string') return null
  const options = added?.options ?? []
  const found = options.find(({ id }) => id === raw) ?? options.find(({ name }) => folded(name) === folded(raw.trim()))
  return found?.id ?? null
}

function membersIn(field: Field, raw: Json): readonly string[] | null {
  const members = Array.isArray(raw) ? raw : [raw]
  const found = members.map((one) => optionIn(field, one))
  return found.every((one) => one !== null) ? found : null
}

/** «1 250,5» is 125050, «0,125» is 12.5; null for what is no number of at most so many decimals. */
function hundredthsIn(text: string, decimals: number): number | null {
  const found = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text.replace(/[\s\u00a0]/g, ''))
  if (!found) return null
  const [, sign, whole = '', part = ''] = found
  if (part.length > decimals) return null
  const value = Number(`${sign}${whole}${part.slice(0, 2).padEnd(2, '0')}.${part.slice(2)}`)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null
}

/** «31.12.2026» */
function dayIn(field: Field, text: string): string | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  if (!found) return null
  const [, day = '', month = '', year] = found
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return field.accepts(date) ? date : null
}

/** A raw value in letters, without knowing what it was. An integer is of hundredths, whatever it is a number of (SPEC U3). */
function lettersOf(raw: Json): string {
  if (typeof raw === 'number') return hundredthsText(raw)
  return Array.isArray(raw) ? raw.join(', ') : String(raw)
}

function hundredthsText(value: number): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  const part = digits.slice(-2).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}${part && `.${part}`}`
}
