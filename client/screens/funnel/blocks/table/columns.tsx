import { For } from 'solid-js'
import { useFunnel } from '../../context.tsx'

/** The widths of a table's columns: the same in all tables of the screen. */
export function Columns() {
  const funnel = useFunnel()
  const all = () => ['name', ...funnel.columns()] as const
  return (
    <colgroup>
      <For each={all()}>
        {(column) => <col style={{ width: column === 'reached' ? 'auto' : `${funnel.room()[column]}px` }} />}
      </For>
    </colgroup>
  )
}
