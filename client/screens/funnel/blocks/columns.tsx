import { For } from 'solid-js'
import { useFunnel } from '../context.tsx'
import type { Column } from '../figures/columns.ts'

/** The room of each column, in pixels; the first one and the counts take what is left. */
const WIDTH: Readonly<Record<Exclude<Column, 'reached'>, number>> = {
  conversion: 92,
  hours: 78,
  median: 100,
  p90: 92,
  sum: 126,
  losses: 164,
  lossesSum: 116,
  staying: 120,
  stayingSum: 126,
  reentries: 110,
}

/** The least room of the first column and the counts. */
const NAME = 256
const COUNT = 140

/** The widths of a table's columns: the same in all tables of the screen, so that they stand one under another. */
export function Columns() {
  const funnel = useFunnel()
  return (
    <colgroup>
      <col class="col-name" style={{ width: `${NAME}px` }} />
      <For each={funnel.columns()}>
        {(column) => <col style={column === 'reached' ? {} : { width: `${WIDTH[column]}px` }} />}
      </For>
    </colgroup>
  )
}

/** The least width of a table with these columns. */
export function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + (column === 'reached' ? COUNT : WIDTH[column]), NAME)
}
