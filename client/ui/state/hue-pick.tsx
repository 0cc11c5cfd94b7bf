import { For } from 'solid-js'
import { createFieldId, FieldFrame, type FieldProps } from '../inputs/field/field.tsx'
import { createHeld, type OnCommit } from '../inputs/field/held.ts'
import { HUES, hueStyle } from '../look/hues.ts'
import { useWords } from '../words/words.tsx'
import './state.css'

export interface HuePickProps extends FieldProps {
  /** Degrees; a hue that is not of the palette counts as its nearest. */
  readonly value: number | null
  readonly onCommit: OnCommit<number>
}

/** The palette from which a state or reason takes its colour. */
export function HuePick(props: HuePickProps) {
  const { t } = useWords()
  const id = createFieldId()
  const held = createHeld(
    () => props.value,
    (value) => props.onCommit(value ?? 0),
  )
  return (
    <FieldFrame {...props} id={id} wrong={held.failed()} group>
      <div class="hues" role="radiogroup" aria-labelledby={`${id}-label`}>
        <For each={HUES}>
          {(hue, index) => (
            <label class="hue" style={hueStyle(hue)}>
              <input
                type="radio"
                name={id}
                aria-label={t('common.hue', { n: index() + 1, count: HUES.length })}
                checked={nearest(held.shown()) === hue}
                disabled={props.disabled || props.readOnly}
                onChange={() => held.put(hue)}
              />
            </label>
          )}
        </For>
      </div>
    </FieldFrame>
  )
}

function nearest(value: number | null): number | undefined {
  if (value === null) return undefined
  const away = (hue: number) => Math.min(Math.abs(hue - value), 360 - Math.abs(hue - value))
  return [...HUES].sort((one, other) => away(one) - away(other))[0]
}
