import { For } from 'solid-js'
import { useFunnel } from '../context.tsx'
import type { Column } from '../figures/columns.ts'

/** The room of each column, in pixels; the counts take what is left, and have this at least. */
const WIDTH: Readonly<Record<Column | 'name', number>> = {
  name: 272,
  reached: 140,
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

/** The widths of a table's columns: the same in all tables of the screen, so that they stand one under another. */
export function Columns() {
  const funnel = useFunnel()
  const all = () => ['name', ...funnel.columns()] as const
  return (
    <colgroup>
      <For each={all()}>
        {(column) => <col style={{ width: column === 'reached' ? 'auto' : `${WIDTH[column]}px` }} />}
      </For>
    </colgroup>
  )
}

/** The least width of a table with these columns. */
export function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + WIDTH[column], WIDTH.name)
}
