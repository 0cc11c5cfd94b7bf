import type { JSX } from 'solid-js'
import { focusOnce } from '../../focus/focus-once.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps, fieldAttributes } from '../field/field.tsx'
import type { OnCommit } from '../field/held.ts'
import { createTyped, type Parsed, type Typed } from './typed.ts'

export interface TextFieldProps extends FieldProps {
  /** Null is an empty field. */
  readonly value: string | null
  /** The text without outer spaces, null when emptied. */
  readonly onCommit: OnCommit<string | null>
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  readonly placeholder?: string | undefined
  readonly autocomplete?: string | undefined
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | undefined
  readonly maxLength?: number | undefined
  readonly autofocus?: boolean | undefined
  /** A sentence for a text that does not fit, undefined for one that does. */
  readonly check?: ((text: string) => string | undefined) | undefined
  /** Stands before or behind the text. */
  readonly start?: JSX.Element
  readonly end?: JSX.Element
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const typed = createText(props)
  const id = createFieldId()
  return (
    <FieldFrame {...props} id={id} wrong={typed.wrong()}>
      <div class="box">
        {props.start}
        <input
          {...inputAttributes(id, props, typed)}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          autocomplete={props.autocomplete ?? 'off'}
          maxLength={props.maxLength}
        />
        {props.end}
      </div>
    </FieldFrame>
  )
}

/** What the input of a typed field needs, events included. */
export function inputAttributes(
  id: string,
  props: FieldProps & { readonly placeholder?: string | undefined; readonly autofocus?: boolean | undefined },
  typed: Typed,
) {
  return {
    ...fieldAttributes(id, props, typed.wrong()),
    get value() {
      return typed.text()
    },
    get 'data-draft'() {
      return typed.isDraft() ? '' : undefined
    },
    readOnly: props.readOnly ?? false,
    placeholder: props.readOnly ? undefined : props.placeholder,
    ref: (input: HTMLElement) => {
      if (props.autofocus) focusOnce(input)
    },
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      typed.type(event.currentTarget.value),
    onChange: typed.leave,
    onBlur: typed.leave,
    onKeyDown: typed.keyDown,
  }
}

/** The typing of a text: spaces around it go, nothing is null. */
export function createText(props: Omit<TextFieldProps, 'type'>, lines = false): Typed {
  const { t } = useWords()
  const parse = (text: string): Parsed<string | null> => {
    const value = text.trim()
    if (value === '')
      return props.required ? { wrong: t('common.fields.required', { label: props.label }) } : { value: null }
    const wrong = props.check?.(value)
    return wrong === undefined ? { value } : { wrong }
  }
  return createTyped({
    value: () => props.value,
    show: (value) => value ?? '',
    parse,
    onCommit: (value) => props.onCommit(value),
    lines,
  })
}
