import { createFieldId, type FieldProps, fieldAttributes } from '../field/field.tsx'
import { createHeld, type OnCommit } from '../field/held.ts'
import './checkbox.css'

export interface CheckboxProps extends FieldProps {
  readonly checked: boolean
  /** At each change. */
  readonly onCommit: OnCommit<boolean>
}

/** A yes or no that stands in a form or list. */
export function Checkbox(props: CheckboxProps) {
  return <Check {...props} />
}

/** A yes or no that takes effect at once: a setting. */
export function Toggle(props: CheckboxProps) {
  return <Check {...props} isSwitch />
}

function Check(props: CheckboxProps & { readonly isSwitch?: boolean }) {
  const id = createFieldId()
  const held = createHeld(
    () => props.checked,
    (value) => props.onCommit(value),
  )
  const error = () => props.error ?? held.failed()
  return (
    <div class={`field single ${props.class ?? ''}`}>
      <label class="check">
        <input
          {...fieldAttributes(id, props, held.failed())}
          disabled={props.disabled || props.readOnly}
          type="checkbox"
          role={props.isSwitch ? 'switch' : undefined}
          checked={held.shown()}
          onChange={(event) => held.put(event.currentTarget.checked)}
        />
        <span classList={{ said: props.bare ?? false }}>{props.label}</span>
      </label>
      <Under id={id} error={error()} hint={props.hint} />
    </div>
  )
}

function Under(props: { readonly id: string; readonly error: string | undefined; readonly hint: string | undefined }) {
  const what = () => (props.error === undefined ? 'hint' : 'error')
  return (
    <>
      {(props.error ?? props.hint) && (
        <p class={`field-${what()}`} id={`${props.id}-${what()}`} role={props.error ? 'alert' : undefined}>
          {props.error ?? props.hint}
        </p>
      )}
    </>
  )
}
