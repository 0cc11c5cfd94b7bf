import type { Field, FieldType } from '../../records/declarations/fields.ts'
import type { Json } from '../../records/declarations/value.ts'
import { type Around, type FilterRow, type FilterValue, ME } from '../filter.ts'
import { folded } from './folded.ts'
import { daysOf, instantsOf } from './periods.ts'

/** Tries a field's value. */
type Test = (value: Json) => boolean

/** What one row says of a value of its field; the row is in force (holds.ts). */
export function testOf(field: Field, row: FilterRow, around: Around): Test {
  switch (row.is) {
    case 'filled':
      return (value) => !isEmpty(value)
    case 'empty':
      return isEmpty
    case 'notEqual':
      return not(among(field, row.values.slice(0, 1), around))
    case 'notIn':
      return not(among(field, row.values, around))
    case 'contains':
      return contains(row.values)
    case 'lacks':
      return not(contains(row.values))
    case 'in':
      return among(field, row.values, around)
    case 'equal':
      return isOfDays(field.type) ? within(field, row, around) : among(field, row.values.slice(0, 1), around)
    default:
      return within(field, row, around)
  }
}

/** Nothing, an empty text, an empty set. */
function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function not(test: Test): Test {
  return (value) => !test(value)
}

/** Whether a value, or a member of a set, is one of those given; null stands for what is empty. */
function among({ type }: Field, values: readonly FilterValue[], { me }: Around): Test {
  const plain = type === 'text' ? (value: Json) => (typeof value === 'string' ? folded(value) : value) : asItIs
  const takesEmpty = values.includes(null)
  const wanted = new Set<Json>(values.flatMap((value) => (value === ME ? (me ?? []) : plain(value))))
  return (value) => {
    if (isEmpty(value)) return takesEmpty
    return Array.isArray(value) ? value.some((one) => wanted.has(one)) : wanted.has(plain(value))
  }
}

function asItIs(value: Json): Json {
  return value
}

/** Every word of the text is in the value, in any case, ё as е. */
function contains([text]: readonly FilterValue[]): Test {
  const words = folded(String(text)).split(/\s+/).filter(Boolean)
  return (value) => {
    if (typeof value !== 'string') return false
    const there = folded(value)
    return words.every((word) => there.includes(word))
  }
}

/** From `from` on, up to and with `to`; a nothing on a side leaves it open. */
interface Bounds {
  readonly from: FilterValue
  readonly to: FilterValue
  /** Whether the bounds themselves are within. */
  readonly withFrom: boolean
  readonly withTo: boolean
}

/** Values that have an order: numbers, plain dates, instants by the days they lie in. What is empty is in no bounds. */
function within({ type }: Field, row: FilterRow, around: Around): Test {
  const bounds = row.is === 'during' ? duringOf(row.values, around) : boundsOf(row)
  const { from, to, withFrom, withTo } = type === 'instant' ? asInstants(bounds, around.zone) : bounds
  return (value) => {
    if (typeof value !== 'number' && typeof value !== 'string') return false
    const isBehind = from === null || value > from || (withFrom && value === from)
    return isBehind && (to === null || value < to || (withTo && value === to))
  }
}

export function isOfDays(type: FieldType): boolean {
  return type === 'date' || type === 'instant'
}

function boundsOf({ is, values: [first = null, second = null] }: FilterRow): Bounds {
  switch (is) {
    case 'more':
      return { from: first, to: null, withFrom: false, withTo: true }
    case 'atLeast':
      return { from: first, to: null, withFrom: true, withTo: true }
    case 'less':
      return { from: null, to: first, withFrom: true, withTo: false }
    case 'atMost':
      return { from: null, to: first, withFrom: true, withTo: true }
    case 'between':
      return { from: first, to: second, withFrom: true, withTo: true }
    default:
      return { from: first, to: first, withFrom: true, withTo: true }
  }
}

function duringOf(values: readonly FilterValue[], { today }: Around): Bounds {
  return { ...daysOf(values, today), withFrom: true, withTo: true }
}

/** The same bounds as instants: a day that is within is so as a whole. */
function asInstants({ from, to, withFrom, withTo }: Bounds, zone: string): Bounds {
  const first = instantsOf({ from: from as string | null, to: from as string | null }, zone)
  const last = instantsOf({ from: to as string | null, to: to as string | null }, zone)
  return {
    from: from === null ? null : withFrom ? first.from : first.to,
    to: to === null ? null : withTo ? last.to : last.from,
    withFrom: true,
    withTo: false,
  }
}
