import { hueStyle } from '../look/hues.ts'
import './charts.css'

export interface MeterProps {
  /** How much of it is filled, in percent. */
  readonly value: number
  readonly hue: number | null
}

/** How much of the whole a number is: a thin line under it. */
export function Meter(props: MeterProps) {
  return (
    <span class="meter hue" classList={{ none: props.hue === null }} style={hueStyle(props.hue)} aria-hidden="true">
      <i style={{ width: `${props.value}%` }} />
    </span>
  )
}

/** The same behind a number, over the height of its cell, which must have a position of its own. */
export function BackMeter(props: MeterProps) {
  return (
    <i
      class="back-meter hue"
      classList={{ none: props.hue === null }}
      style={{ ...hueStyle(props.hue), width: `${props.value}%` }}
      aria-hidden="true"
    />
  )
}
