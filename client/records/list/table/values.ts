import { type Accessor, createMemo } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { offeredChoices } from '../../../../shared/features/places.ts'
import { type FilterValue, ME } from '../../../../shared/filters/filter.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { listField } from '../../../../shared/lists/fields.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { own } from '../../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { Option } from '../../../ui/inputs/choice/option.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { COMPLETED_HUE } from '../../process/process.ts'
import { choiceLabel } from '../../words/labels.ts'

/** Values of a field as they are offered and named. */
export interface FieldValues {
  /** Those that can be chosen; null for a field whose values are typed in. */
  readonly options: Accessor<readonly Option[] | null>
  /** What a value is called. `isGone`: it names what is removed. */
  readonly nameOf: (value: FilterValue) => { readonly name: string; readonly isGone: boolean }
}

/**
 * Narrows what is offered for a field: kinds to those of one sort of order. A number is the record's place among them, which
 * stand by name where they have none.
 */
export type Offers = (field: string, record: JsonObject) => boolean | number

/** The values of the field called `name` (or `reference.field`) of a collection's lists. */
export function createFieldValues(
  collection: Accessor<CollectionName>,
  name: Accessor<string>,
  offers: Offers = () => true,
): FieldValues {
  return createValues({
    field: () => listField(collection(), name()),
    placeOf: () => placeOf(collection(), name()),
    offers: (record) => offers(name(), record),
  })
}

/** A field whose values are offered. */
interface ValuedField {
  readonly field: Accessor<Field | undefined>
  /** The collection and field whose words its choices have. */
  readonly placeOf: () => readonly [collection: CollectionName, field: string]
  /** As `Offers`. */
  readonly offers: (record: JsonObject) => boolean | number
}

export function createValues({ field: declared, placeOf, offers }: ValuedField): FieldValues {
  const { t } = useWords()
  const field = createMemo(declared)
  const to = () => field()?.to as CollectionName | undefined
  const answer = createQuery(() => {
    const wanted = to()
    return wanted === undefined ? null : ({ what: 'all', collection: wanted } as const)
  })
  const rows = createMemo(() => (to() === undefined ? [] : (answer()?.rows ?? [])))
  const byId = createMemo(() => new Map(rows().map((row) => [String(row.id), row])))
  const fixed = createFixed(to)

  const labelOf = (choice: string) => t(choiceLabel(...placeOf(), choice))
  const choices = (): Option[] =>
    offeredChoices(...placeOf(), field()?.choices ?? []).map((value) => ({ value, label: labelOf(value) }))
  const added = () =>
    (field()?.added?.options ?? []).map(({ id, name: label, hue }): Option => ({ value: id, label, hue }))
  const flags = () =>
    [true, false].map((value) => ({ value: String(value), label: t(value ? 'common.yes' : 'common.no') }))
  const records = () => {
    const offered = rows().flatMap((row) => {
      const place = row.gone !== true && offers(row)
      return place === false ? [] : [{ ...asOption(row), place: Number(place) }]
    })
    const { before, after } = fixed()
    return [...before, ...sortedByName(offered, (option) => option.label).sort((a, b) => a.place - b.place), ...after]
  }
  const options = createMemo(() => {
    const declared = field()
    if (declared?.to !== undefined) return records()
    if (declared?.added && declared.added.options.length > 0) return added()
    if (declared?.choices) return choices()
    return declared?.type === 'flag' ? flags() : null
  })
  const nameOf = (value: FilterValue) => {
    const known = options()?.find((option) => option.value === String(value))
    // What is not offered any more is called as it was.
    const kept = field()?.choices?.find((choice) => choice === value)
    if (!known && kept !== undefined) return { name: labelOf(kept), isGone: false }
    if (known || to() === undefined) return { name: known?.label ?? String(value ?? ''), isGone: false }
    const row = byId().get(String(value))
    return {
      name: String(row?.name ?? t('lists.filter.unknown')),
      isGone: row ? row.gone === true : answer() !== undefined,
    }
  }
  return { options, nameOf }
}

/** What is offered besides records: «Я» before people, «Завершен» after the states of work. */
function createFixed(to: Accessor<CollectionName | undefined>) {
  const { t } = useWords()
  return (): { readonly before: readonly Option[]; readonly after: readonly Option[] } => ({
    before: to() === 'people' ? [{ value: ME, label: t('lists.filter.me') }] : [],
    after: to() === 'states' ? [{ value: COMPLETED, label: t('orders.completed'), hue: COMPLETED_HUE }] : [],
  })
}

function asOption(row: JsonObject): Option {
  const hue = own(row, 'hue')
  const option = { value: String(row.id), label: String(row.name ?? '') }
  return hue === undefined ? option : { ...option, hue: typeof hue === 'number' ? hue : null }
}

/** The collection and field in which a name's choices are declared. */
function placeOf(collection: CollectionName, name: string): [collection: CollectionName, field: string] {
  const [first = '', second] = name.split('.')
  const to = listField(collection, first)?.to
  return second === undefined || to === undefined ? [collection, first] : [to as CollectionName, second]
}
