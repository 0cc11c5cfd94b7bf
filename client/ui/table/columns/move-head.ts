import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import type { Side } from './columns.ts'

/** Names, in what is dragged, the column whose head it is. */
const COLUMN = 'column'

/** What moving a column by its head takes. */
interface MovedHead {
  readonly column: string
  /** Another column's head was let go on one side of this one. */
  readonly onPut: (column: string, side: Side) => void
}

/** Dragging a column by its head to another place among those of its table; `side` says where one held over it would stand. */
export function createMovedHead({ column, onPut }: MovedHead): {
  readonly side: Accessor<Side | null>
  readonly watch: (head: HTMLElement) => void
} {
  const [side, setSide] = createSignal<Side | null>(null)
  const watch = (head: HTMLElement) =>
    onMount(() => {
      const sideOf = (x: number): Side => {
        const { left, width } = head.getBoundingClientRect()
        return x < left + width / 2 ? 'before' : 'after'
      }
      const hover = ({ location }: Hover) => setSide(sideOf(location.current.input.clientX))
      const end = combine(
        draggable({
          element: head,
          // Its edge is pulled, to make it wider.
          dragHandle: head.firstElementChild ?? head,
          getInitialData: () => ({ [COLUMN]: column }),
        }),
        dropTargetForElements({
          element: head,
          canDrop: ({ source }) =>
            source.element !== head && source.element.parentElement === head.parentElement && COLUMN in source.data,
          onDragEnter: hover,
          onDrag: hover,
          onDragLeave: () => setSide(null),
          onDrop({ source, location }) {
            setSide(null)
            onPut(String(source.data[COLUMN]), sideOf(location.current.input.clientX))
          },
        }),
      )
      onCleanup(end)
    })
  return { side, watch }
}

interface Hover {
  readonly location: { readonly current: { readonly input: { readonly clientX: number } } }
}
