import { For } from 'solid-js'
import { BackMeter } from '../../../../ui/charts/meter.tsx'
import { useFunnel } from '../../context.tsx'
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
          {column === 'reached' && <BackMeter value={props.bar} hue={props.hue} />}
          <Cell {...props} column={column} />
        </td>
      )}
    </For>
  )
}
