import { type Accessor, getOwner, runWithOwner } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { people } from '../../../shared/company/collections.ts'
import { addedAt } from '../../../shared/custom/known.ts'
import { oddIn, readAs } from '../../../shared/custom/reading.ts'
import { plainOf } from '../../../shared/messages/body/plain.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import { OF_CUSTOMERS, PLAIN_PARAMETERS } from '../../../shared/messages/parameters/names.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceTitle } from './labels.ts'
import { numberText } from './number-text.ts'

/**
 * Writes the value of the field called `name` as its input would show it, for telling of values outside of it; sums with
 * their currency, where that is given.
 */
/** Too many to be at hand for their names. */
const MANY = 'orders'

export function createShow(
  collection: CollectionName,
  name: string,
  field: Field,
  currency?: Accessor<string>,
): (value: Json) => string {
  const { t, format } = useWords()
  const to = field.account ? people.name : field.to
  const rows = to && to !== MANY ? createEvery<Collection>(COLLECTIONS[to as CollectionName]) : () => []
  const nameOf = (id: Json) => {
    const named = rows() as readonly { readonly id: string; readonly user?: string; readonly name?: unknown }[]
    return String(named.find((row) => (field.account ? row.user : row.id) === id)?.name ?? id)
  }
  /** One of a closed set of words has its own; an option of several, its name; any other member of a set is a word. */
  const memberOf = (one: Json) =>
    field.choices?.includes(String(one))
      ? choiceTitle(t, collection, { name, field }, String(one))
      : setMember(field, one)
  return (raw) => {
    const odd = field.added ? oddIn(field, raw) : null
    if (odd !== null) return odd
    const value = field.added && raw !== null ? readAs(field, raw) : raw
    if (value === null) return ''
    if (to) return nameOf(value)
    if (field.choices && typeof value === 'string') return choiceTitle(t, collection, { name, field }, value)
    if (field.rich) return plainOf(readBody(String(value)), (one) => parameterName(t, one))
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (Array.isArray(value)) return value.map((one) => memberOf(one)).join(', ')
    if (typeof value === 'number') return shownNumber(field, value, format, currency?.())
    return field.type === 'date' ? format.date(String(value)) : String(value)
  }
}

/** What a parameter of templates is called: one of ours by the dictionary, a field that the company added by its own name. */
function parameterName(t: ReturnType<typeof useWords>['t'], name: string): string {
  const plain = PLAIN_PARAMETERS.find((one) => one === name)
  if (plain) return t(`parameters.names.${plain}`)
  const added = addedAt('orders', name) ?? addedAt('customers', name.replace(OF_CUSTOMERS, ''))
  return added?.field.added?.title ?? name
}

function setMember({ added }: Field, member: Json): string {
  return added?.options.find(({ id }) => id === member)?.name ?? String(member)
}

function shownNumber(
  field: Field,
  value: number,
  format: ReturnType<typeof useWords>['format'],
  currency: string | undefined,
): string {
  if (field.type === 'instant') return format.dateTime(value)
  if (field.type === 'money') return currency ? format.money(value, currency) : format.decimal(value, 2, true)
  if (field.type === 'quantity') return format.quantity(value)
  if (field.type === 'decimal') return numberText(format, field, value)
  if (field.type === 'rate') return format.decimal(value, 6)
  return field.type === 'percent' ? format.percent(value, 2) : format.integer(value)
}

/** Writes values of a collection's fields by their names; what one of them needs is asked for when it is shown first. */
export type Shows = (name: string, field: Field) => (value: Json) => string

/** A `createShow` for each field that comes up, made once for all that is told of a record. */
export function createShows(collection: CollectionName, currency: Accessor<string>): Shows {
  const owner = getOwner()
  const known = new Map<Field, (value: Json) => string>()
  return (name, field) => {
    const show = known.get(field) ?? runWithOwner(owner, () => createShow(collection, name, field, currency))
    if (!show) throw new Error('createShows stands outside of a component')
    known.set(field, show)
    return show
  }
}
