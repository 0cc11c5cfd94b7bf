import { StateChip, type StateChipProps } from '../state/state-chip.tsx'
import './column.css'

export interface ColumnFaceProps extends StateChipProps {
  /** How many cards stand in it, and what they come to, as they are written. */
  readonly count: string
  readonly sum: string
}

/** The head of a board's column: its state on its colour, count and sum. */
export function ColumnFace(props: ColumnFaceProps) {
  return (
    <div class="column-head">
      <h2>
        <StateChip name={props.name} hue={props.hue} number={props.number} missing={props.missing} />
      </h2>
      <p class="dim">
        <strong>{props.count}</strong>
        <span class="n">{props.sum}</span>
      </p>
    </div>
  )
}
