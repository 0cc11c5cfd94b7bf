import { For, type JSX } from 'solid-js'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import { createHeld, type OnCommit } from '../field/held.ts'
import './segmented.css'

export interface SegmentedProps<T extends string> extends FieldProps {
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: JSX.Element }[]
  readonly onCommit: OnCommit<T>
}

/** One of a few, all of them in view. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const id = createFieldId()
  const held = createHeld(
    () => props.value,
    (value) => props.onCommit(value),
  )
  return (
    <FieldFrame {...props} id={id} wrong={held.failed()} group>
      <div class="segmented" role="radiogroup" aria-labelledby={`${id}-label`}>
        <For each={props.options}>
          {(option) => (
            <label>
              <input
                type="radio"
                name={id}
                value={option.value}
                checked={held.shown() === option.value}
                disabled={props.disabled || props.readOnly}
                onChange={() => held.put(option.value)}
              />
              {option.icon}
              <span data-text={option.label}>{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </FieldFrame>
  )
}
