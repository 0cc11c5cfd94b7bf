import fc, { type Arbitrary } from 'fast-check'
import { DAY_MS } from '../../../time/days.ts'
import { type Collection, type Fields, GONE } from '../../declarations/collection.ts'
import type { CustomName } from '../../declarations/custom.ts'
import type { Field, FieldType } from '../../declarations/fields.ts'
import { isPlace } from '../../declarations/place.ts'
import type { Json, JsonObject } from '../../declarations/value.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const amount = fc.integer({ min: -1_000_000, max: 100_000_000 })

/** Values of each type of field. */
const BY_TYPE: Readonly<Record<FieldType, Arbitrary<Json>>> = {
  text,
  note: fc.string({ unit: 'binary', maxLength: 30 }),
  choice: text,
  flag: fc.boolean(),
  integer: fc.maxSafeInteger(),
  money: amount,
  quantity: amount,
  percent: fc.integer({ min: 0, max: 10_000 }),
  decimal: amount,
  rate: fc.integer({ min: 1, max: 1_000_000_000 }),
  date: fc.integer({ min: -10_000, max: 40_000 }).map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10)),
  instant: fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) }),
  hue: fc.integer({ min: 0, max: 359 }),
  reference: fc.stringMatching(/^[a-z]{1,3}$/),
  place: fc.stringMatching(/^(?:a[0-9A-Za-z]|Z[a-z]|b[0-9]{2})[1-9A-Z]?$/).filter(isPlace),
  strings: fc.array(text, { maxLength: 3 }),
}

/** A value that the field accepts. */
export function acceptedBy({ type, choices }: Field): Arbitrary<Json> {
  if (!choices) return BY_TYPE[type]
  return type === 'strings' ? fc.subarray([...choices]) : fc.constantFrom(...choices)
}

/** A value that the field does not accept. */
export function refusedBy(field: Field): Arbitrary<Json> {
  const anything = fc.jsonValue({ maxDepth: 2 }) as Arbitrary<Json>
  return anything.filter((value) => value !== null && !field.accepts(value))
}

/** Some of the fields that people may write, with values or empty. */
export function patchOf(fields: Fields): Arbitrary<JsonObject> {
  const open = Object.entries(fields).filter(([, field]) => !field.server)
  const values = open.map(([name, field]) => [name, fc.option(acceptedBy(field), { freq: 4 })] as const)
  return record(Object.fromEntries(values))
}

/** Objects with some of the members; a member that is left out is not there at all. */
function record(members: { readonly [name: string]: Arbitrary<Json> }): Arbitrary<JsonObject> {
  return fc.record(members, { requiredKeys: [], noNullPrototype: true }) as Arbitrary<JsonObject>
}

/** Names of fields that the company added: declared nowhere here, as on a device that has not heard of them. */
const CUSTOM_NAMES: readonly CustomName[] = ['custom_a', 'custom_B7']
const customValue = fc.oneof(text, fc.boolean(), amount, fc.array(text, { maxLength: 3 }))

/** What a record of the collection may be made with. Its lists' entries are named by a few letters, so that they meet. */
export function draftOf({ fields, lists, custom }: Collection): Arbitrary<JsonObject> {
  const entries = Object.entries(lists).map(([name, list]) => {
    const entry = fc.constantFrom('e1', 'e2', 'e3')
    return [name, fc.dictionary(entry, patchOf(list.fields), { maxKeys: 3, noNullPrototype: true })] as const
  })
  const some = record(Object.fromEntries(entries))
  const added = record(custom ? Object.fromEntries(CUSTOM_NAMES.map((name) => [name, customValue])) : {})
  return fc.tuple(patchOf(fields), some, added).map(([values, own, more]) => ({ ...values, ...own, ...more }))
}

/** A path of the collection that people may write, with a value for it. */
export function pathOf({
  fields,
  lists,
  custom,
}: Collection): Arbitrary<{ readonly path: string; readonly value: Json }> {
  const own = written(fields, '')
  const inner = Object.entries(lists).flatMap(([name, list]) =>
    list.once ? [] : ['e1', 'e2'].flatMap((entry) => written(list.fields, `${name}/${entry}/`)),
  )
  const added = custom ? CUSTOM_NAMES.map((path) => pathWith(path, customValue)) : []
  return fc.oneof(...own, ...added, ...inner, fc.record({ path: fc.constant(GONE), value: fc.boolean() }))
}

function written(fields: Fields, before: string) {
  return Object.entries(fields)
    .filter(([, field]) => !field.server)
    .map(([name, field]) => pathWith(before + name, acceptedBy(field)))
}

/** A path with a value of it, or none. */
function pathWith(path: string, value: Arbitrary<Json>) {
  return fc.record({ path: fc.constant(path), value: fc.option(value, { freq: 5 }) })
}
