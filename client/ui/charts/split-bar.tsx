import { Index } from 'solid-js'
import { hueStyle } from '../look/hues.ts'
import './charts.css'

/** A part of what a bar stands for. */
export interface BarPart {
  readonly name: string
  readonly hue: number | null
  readonly count: number
}

export interface SplitBarProps {
  readonly parts: readonly BarPart[]
  /** How much of its room the bar takes, from 0 to 1. */
  readonly share: number
}

/** A small bar in the colours of its parts; the numbers stand beside it, so it says nothing to screen readers. */
export function SplitBar(props: SplitBarProps) {
  return (
    <span class="split" aria-hidden="true">
      <span class="split-bar" style={{ width: `${props.share * 100}%` }}>
        <Index each={props.parts}>
          {(part) => (
            <i
              class="hue"
              classList={{ none: part().hue === null }}
              style={{ ...hueStyle(part().hue), 'flex-grow': part().count }}
              title={`${part().name}: ${part().count}`}
            />
          )}
        </Index>
      </span>
    </span>
  )
}
