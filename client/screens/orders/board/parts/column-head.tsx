import { StateChip } from '../../../../ui/state/state-chip.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { Column } from '../columns.ts'
import { useBoard } from '../context.ts'

/** A column's state on its colour, with how many orders stand in it and what they come to. */
export function ColumnHead(props: { readonly column: Column }) {
  const { format } = useWords()
  const { board, currency } = useBoard()
  const total = () => board.total(props.column.id)
  return (
    <div class="column-head">
      <h2>
        <StateChip
          name={props.column.name}
          hue={props.column.hue}
          number={props.column.number ?? undefined}
          missing={props.column.isStray}
        />
      </h2>
      <p class="dim">
        <strong>{format.integer(total().count)}</strong>
        <span class="n">{format.money(total().sum, currency())}</span>
      </p>
    </div>
  )
}
