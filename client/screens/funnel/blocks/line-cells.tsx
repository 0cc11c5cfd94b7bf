import { For } from 'solid-js'
import { hueStyle } from '../../../ui/look/hues.ts'
import { useFunnel } from '../context.tsx'
import { Cell, type CellProps } from './cell.tsx'

export interface LineCellsProps extends Omit<CellProps, 'column'> {
  /** Width of the count's bar in percent of its cell, and its colour. */
  readonly bar: number
  readonly hue: number | null
}

/** The cells of a line, one for each column that stands. */
export function LineCells(props: LineCellsProps) {
  const funnel = useFunnel()
  return (
    <For each={funnel.columns()}>
      {(column) => (
        <td class={`cell-${column}`}>
          {column === 'reached' && (
            <i
              class="count-bar hue"
              classList={{ none: props.hue === null }}
              style={{ ...hueStyle(props.hue), width: `${props.bar}%` }}
            />
          )}
          <Cell {...props} column={column} />
        </td>
      )}
    </For>
  )
}
