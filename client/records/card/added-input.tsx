import { decimalsOf, unitsOf, writtenNumber } from '../../../shared/custom/numbers.ts'
import { oddIn, readAs } from '../../../shared/custom/reading.ts'
import type { Added, Field } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { MultiSelect } from '../../ui/inputs/choice/multi-select.tsx'
import type { Option } from '../../ui/inputs/choice/option.tsx'
import type { FieldProps } from '../../ui/inputs/field/field.tsx'
import { NumberField } from '../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import type { useWords } from '../../ui/words/words.tsx'

/**
 * What is to be said under a field that the company added: that what stands there is of another type, which a new value
 * takes the place of; that it is asked for.
 */
export function doubtOfAdded(t: ReturnType<typeof useWords>['t'], field: Field, raw: Json): string | undefined {
  if (!field.added) return undefined
  const odd = oddIn(field, raw)
  if (odd !== null) return t('customFields.odd', { text: odd })
  return field.added.isWanted && isEmpty(readAs(field, raw)) ? t('customFields.wanted') : undefined
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What a choice offers: options that are off only where they stand already. */
export function optionsOf({ options }: Added, ...present: readonly (string | null)[]): readonly Option[] {
  return options
    .filter(({ id, isOff }) => !isOff || present.includes(id))
    .map(({ id, name, hue }) => ({ value: id, label: name, hue }))
}

interface AddedNumberProps extends FieldProps {
  readonly field: Field
  /** In hundredths. */
  readonly value: number | null
  readonly placeholder?: string | undefined
  readonly autofocus?: boolean | undefined
  readonly onCommit: (value: Json) => unknown
}

/** A number with the decimals that its field has, or more where the value has more. */
export function AddedNumber(props: AddedNumberProps) {
  const decimals = () => decimalsOf(props.field, props.value)
  return (
    <NumberField
      {...props}
      value={props.value === null ? null : unitsOf(props.value, decimals())}
      decimals={decimals()}
      fixed={typeof props.field.added?.decimals === 'number'}
      onCommit={(units) => void props.onCommit(units === null ? null : writtenNumber(units, decimals()))}
    />
  )
}

interface AddedChoicesProps extends FieldProps {
  readonly added: Added
  readonly chosen: readonly string[]
  readonly onCommit: (value: Json) => unknown
}

/** Several options of a field that the company added. */
export function AddedChoices(props: AddedChoicesProps) {
  const options = () => optionsOf(props.added, ...props.chosen)
  const text = () => props.added.options.flatMap(({ id, name }) => (props.chosen.includes(id) ? [name] : [])).join(', ')
  return props.readOnly ? (
    <TextField {...props} value={text() || null} onCommit={() => undefined} />
  ) : (
    <MultiSelect
      {...props}
      options={options()}
      chosen={props.chosen}
      text={text()}
      onChange={(chosen) => void props.onCommit(chosen.length === 0 ? null : chosen)}
    />
  )
}
