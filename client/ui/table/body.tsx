import { For } from 'solid-js'
import type { Column } from './columns/columns.ts'
import type { Cursor } from './handling/create-cursor.ts'
import type { TableProps } from './props.ts'
import { Row } from './row.tsx'
import type { createView } from './view.ts'

interface BodyProps<R, G> {
  readonly table: TableProps<R, G>
  readonly columns: readonly Column<R>[]
  readonly view: ReturnType<typeof createView>
  readonly cursor: Cursor
}

/** The rows in view, each in its slot. */
export function Body<R, G>(props: BodyProps<R, G>) {
  const { view, cursor } = props
  const { slots } = view
  return (
    <tbody
      class="table-rows"
      aria-owns={slots.inOrder().map(cursor.idOf).join(' ')}
      style={{ height: `${view.height()}px` }}
    >
      <For each={slots.all()}>
        {(slot) => {
          const index = slots.positionOf(slot)
          return (
            <Row
              table={props.table}
              columns={props.columns}
              id={cursor.idOf(slot)}
              index={index()}
              isLate={slots.isLate(slot)}
              top={view.topOf(index())}
              isActive={cursor.isAt(index())}
              isCompact={view.isCompact()}
            />
          )
        }}
      </For>
    </tbody>
  )
}
