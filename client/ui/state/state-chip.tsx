import { Show } from 'solid-js'
import { hueStyle } from '../look/hues.ts'
import './state.css'

export interface StateChipProps {
  readonly name: string
  /** Degrees; null is the neutral colour. */
  readonly hue: number | null
  /** Its place in the kind: «1. Заказ с сайта». */
  readonly number?: number | undefined
  /** The state is not in the order's kind, or is not here at all. */
  readonly missing?: boolean | undefined
}

/** A state on its colour. */
export function StateChip(props: StateChipProps) {
  return (
    <span
      class="state hue"
      classList={{ none: props.hue === null, missing: props.missing ?? false }}
      style={hueStyle(props.hue)}
    >
      <span class="cut">
        <Show when={props.number !== undefined}>
          <span class="state-number">{props.number}. </span>
        </Show>
        {props.name}
      </span>
    </span>
  )
}

/** A colour alone. */
export function Dot(props: { readonly hue: number | null }) {
  return (
    <span class="dot hue" classList={{ none: props.hue === null }} style={hueStyle(props.hue)} aria-hidden="true" />
  )
}
