import { createMemo, createSignal, Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { fieldsOf } from '../../../../shared/custom/known.ts'
import { hasField } from '../../../../shared/features/places.ts'
import { listFields } from '../../../../shared/lists/fields.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FieldInput } from '../../card/field-input.tsx'
import { createCurrency } from '../../company.ts'
import { fieldTitle } from '../../words/labels.ts'
import type { ChangeEditorProps } from './act.ts'

/** What the choice of a field's new value is given. */
export interface FieldEditorProps extends ChangeEditorProps {
  readonly collection: CollectionName
  /** The field; without it, one is chosen. */
  readonly field?: string | undefined
  /** Fields that are not changed so. */
  readonly without: readonly string[]
}

/** Types that have an input to fill in for many. */
const FILLED: readonly Field['type'][] = [
  'text',
  'note',
  'choice',
  'flag',
  'integer',
  'money',
  'quantity',
  'percent',
  'decimal',
  'date',
  'hue',
  'reference',
]

function isFilled({ type, server, added }: Field): boolean {
  return !server && (FILLED.includes(type) || (type === 'strings' && added !== undefined))
}

/** A field and the value that all chosen records are to have; an empty one empties it. */
export function FieldEditor(props: FieldEditorProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const declared = () => fieldsOf(props.collection)
  const [name, setName] = createSignal<string | null>(props.field ?? null)
  const [value, setValue] = createSignal<Json>(null)
  const field = createMemo(() => declared()[name() ?? ''])
  const options = () =>
    Object.entries(declared())
      .filter(
        ([one, field]) =>
          hasField(props.collection, one) &&
          isFilled(field) &&
          !props.without.includes(one) &&
          one in listFields(props.collection),
      )
      .map(([one]) => ({ value: one, label: fieldTitle(t, props.collection, one) }))
  const pick = (picked: string | null) => {
    setName(picked)
    set(declared()[picked ?? '']?.type === 'flag' ? false : null)
  }
  const set = (next: Json) => {
    setValue(next)
    const chosen = name()
    props.onChange(chosen === null ? null : { what: 'field', field: chosen, value: next })
  }
  return (
    <>
      <Show when={props.field === undefined}>
        <Select required label={t('lists.bulk.field')} value={name()} options={options()} onCommit={pick} />
      </Show>
      <Show keyed when={field()}>
        {(one) => (
          <FieldInput
            collection={props.collection}
            name={name() ?? ''}
            field={one}
            value={value()}
            currency={currency()}
            onCommit={set}
          />
        )}
      </Show>
    </>
  )
}
