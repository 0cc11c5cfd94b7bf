import { parseNumber } from '../../words/parse-number.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import type { OnCommit } from '../field/held.ts'
import { inputAttributes } from './text-field.tsx'
import { createTyped, type Parsed } from './typed.ts'

export interface NumberFieldProps extends FieldProps {
  /** An integer of 10^-decimals units: quantities are thousandths, percent hundredths. */
  readonly value: number | null
  readonly onCommit: OnCommit<number | null>
  /** Decimals that may be typed; 0 is whole numbers. Quantities 3, percent 2. */
  readonly decimals?: number | undefined
  /** Keeps the noughts: «5,00». */
  readonly fixed?: boolean | undefined
  /** In the same units as the value. */
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** A sentence for a number that does not fit, undefined for one that does. */
  readonly check?: ((value: number) => string | undefined) | undefined
  /** The unit, behind the number: «шт», «%». */
  readonly unit?: string | undefined
  readonly placeholder?: string | undefined
  readonly autofocus?: boolean | undefined
}

/** A number, written and read as the language writes it: «1 234,5». */
export function NumberField(props: NumberFieldProps) {
  const id = createFieldId()
  const typed = createTyped({
    value: () => props.value,
    show: createShow(props),
    parse: createParse(props),
    onCommit: (value) => props.onCommit(value),
  })
  return (
    <FieldFrame {...props} id={id} wrong={typed.wrong()}>
      {/* all of the box leads to the number, which may take little of it beside its unit */}
      <label class="box number" for={id}>
        <input
          {...inputAttributes(id, props, typed)}
          aria-labelledby={`${id}-label`}
          type="text"
          inputMode={props.decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          onFocus={(event) => event.currentTarget.select()}
        />
        {props.unit === undefined ? null : <span class="box-sign">{props.unit}</span>}
      </label>
    </FieldFrame>
  )
}

function createShow(props: NumberFieldProps): (value: number | null) => string {
  const { format } = useWords()
  return (value) => (value === null ? '' : format.decimal(value, props.decimals ?? 0, props.fixed))
}

function createParse(props: NumberFieldProps): (text: string) => Parsed<number | null> {
  const { t, format, language } = useWords()
  return (text) => {
    const scale = props.decimals ?? 0
    const typed = parseNumber(text, scale, language())
    if ('wrong' in typed) {
      if (typed.wrong === 'too-large') return { wrong: t('common.fields.tooLarge') }
      if (typed.wrong === 'number')
        return { wrong: t('common.fields.number', { example: format.decimal(12345, scale && 1) }) }
      return { wrong: scale === 0 ? t('common.fields.whole') : t('common.fields.decimals', { n: scale }) }
    }
    const wrong = outOfRange(typed.value, props, t, (value) => format.decimal(value, scale))
    return wrong === undefined ? typed : { wrong }
  }
}

function outOfRange(
  value: number | null,
  props: NumberFieldProps,
  t: ReturnType<typeof useWords>['t'],
  shown: (value: number) => string,
): string | undefined {
  if (value === null) return props.required ? t('common.fields.required', { label: props.label }) : undefined
  if (props.min !== undefined && value < props.min) return t('common.fields.min', { min: shown(props.min) })
  if (props.max !== undefined && value > props.max) return t('common.fields.max', { max: shown(props.max) })
  return props.check?.(value)
}
