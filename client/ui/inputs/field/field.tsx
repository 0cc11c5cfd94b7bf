import { createUniqueId, type ParentProps, Show } from 'solid-js'
import { createFieldMark, FieldMarkName } from './field-mark.tsx'
import './field.css'

/** What every field takes. */
export interface FieldProps {
  readonly label: string
  /** The label is said, not shown: for fields in tables and bars. */
  readonly bare?: boolean | undefined
  readonly hint?: string | undefined
  /** Why the value does not fit; stands under the field in place of the hint. */
  readonly error?: string | undefined
  /** What seems wrong about the value, though it is kept; stands under the field. */
  readonly doubt?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown as text that can be read and copied, not changed. */
  readonly readOnly?: boolean | undefined
  readonly class?: string | undefined
}

export interface FieldFrameProps extends ParentProps<FieldProps> {
  readonly id: string
  readonly wrong?: string | undefined
  /** A group of several controls: it names its label by `aria-labelledby`. */
  readonly group?: boolean
}

/** Label, control, and under it the error's sentence or the hint. */
export function FieldFrame(props: FieldFrameProps) {
  const error = () => props.error ?? props.wrong
  const mark = createFieldMark(() => props.readOnly ?? false)
  return (
    <div
      class={`field ${props.class ?? ''}`}
      classList={{
        readonly: props.readOnly ?? false,
        bare: props.bare ?? false,
        'hue marked': mark.by() !== undefined,
      }}
      style={mark.style}
      onFocusIn={mark.onFocusIn}
      onFocusOut={mark.onFocusOut}
    >
      <Label {...props} />
      <div class="field-body">
        {props.children}
        <FieldMarkName by={mark.by()} />
        <Show when={error()} fallback={<Hint {...props} />}>
          <p class="field-error" id={`${props.id}-error`} role="alert">
            {error()}
          </p>
        </Show>
      </div>
    </div>
  )
}

function Label(props: FieldFrameProps) {
  const classes = () => ({ said: props.bare ?? false, starred: (props.required && !props.readOnly) ?? false })
  return (
    <Show
      when={props.group}
      fallback={
        <label class="field-label" classList={classes()} for={props.id} id={`${props.id}-label`}>
          {props.label}
        </label>
      }
    >
      <span class="field-label" classList={classes()} id={`${props.id}-label`}>
        {props.label}
      </span>
    </Show>
  )
}

/** What is in doubt about the value, said as soon as it is; else the hint. */
function Hint(props: FieldFrameProps) {
  return (
    <Show
      when={props.doubt}
      fallback={
        <Show when={props.hint}>
          <p class="field-hint" id={`${props.id}-hint`}>
            {props.hint}
          </p>
        </Show>
      }
    >
      <p class="field-doubt" id={`${props.id}-hint`} role="status">
        {props.doubt}
      </p>
    </Show>
  )
}

/** The attributes that tie a control to its label, hint and error. */
export function fieldAttributes(id: string, props: FieldProps, wrong?: string) {
  const isWrong = (props.error ?? wrong) !== undefined
  return {
    id,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${id}-error` : (props.doubt ?? props.hint) ? `${id}-hint` : undefined,
    'aria-required': props.required ? ('true' as const) : undefined,
    disabled: props.disabled ?? false,
  }
}

/** An id for a field's control. */
export function createFieldId(): string {
  return `f${createUniqueId()}`
}

/** Fields one under another; `side` puts labels at the side where there is room, as cards have them. */
export function Fields(props: ParentProps<{ readonly side?: boolean }>) {
  return (
    <div class="fields" classList={{ side: props.side ?? false }}>
      {props.children}
    </div>
  )
}
