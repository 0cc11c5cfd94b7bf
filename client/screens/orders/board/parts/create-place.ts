import type { ElementDropTargetEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { type Accessor, createMemo, onCleanup, onMount } from 'solid-js'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { cellKey } from '../../../../data/queries/board/cell-key.ts'
import type { BoardCell } from '../../../../data/queries/board/query.ts'
import type { Spot } from '../../../../ui/board/carry.ts'
import type { createColumnView } from '../../../../ui/board/column-view.ts'
import { type PlacedCell, positionOf, useBoard } from '../context.ts'
import type { CellPlace } from './create-cards.ts'

/** A cell as a place that cards are put into: by mouse, and for whatever else carries them. */
export function createPlace(
  props: CellPlace,
  view: ReturnType<typeof createColumnView>,
  cell: Accessor<BoardCell | undefined>,
) {
  const { carry } = useBoard()
  const spot = (index: number): Spot => {
    const { lane, column } = props
    return { lane, state: column.id, index: column.id === COMPLETED ? 0 : index }
  }
  const over = createMemo(() => {
    const to = carry.over()
    return to?.state === props.column.id && to.lane === props.lane ? to : null
  })
  const carried = () => positionOf(cell(), carry.carried()?.card.id) ?? Number.POSITIVE_INFINITY
  const takes = () => !props.column.isStray
  const spotAt = (clientY: number) => {
    const gap = view.gapAt(clientY)
    return spot(gap - Number(gap > carried()))
  }
  return {
    spot,
    takes,
    isOver: () => over() !== null,
    /** The height at which the carried card would be put; none where it would stay, or stand by time. */
    line: createMemo(() => {
      const index = over()?.index
      if (index === undefined || index === carried() || props.column.id === COMPLETED) return null
      return view.lineAt(index + Number(index > carried()))
    }),
    watch: placing(props, { takes, spot, spotAt, cardAt: view.cardAt, show: view.show }),
  }
}

/** Lets the board know a cell's element while it stands there, and cards be dragged to it. */
function placing(
  { lane, column }: CellPlace,
  place: Omit<PlacedCell, 'lane' | 'state' | 'element'>,
): (element: HTMLElement) => void {
  const { carry, placed } = useBoard()
  const key = cellKey(lane, column.id)
  const hover = ({ location }: ElementDropTargetEventBasePayload) =>
    carry.hover(place.spotAt(location.current.input.clientY))
  return (element) =>
    onMount(() => {
      placed.set(key, { ...place, lane, state: column.id, element })
      const ends = [
        autoScrollForElements({ element }),
        dropTargetForElements({
          element,
          canDrop: () => place.takes() && carry.carried() !== null,
          // Chromium tells of entering an element in the place of moving over it: who lets go at once has only entered.
          onDragEnter: hover,
          onDrag: hover,
          onDragLeave: () => carry.hover(null),
        }),
      ]
      onCleanup(() => {
        placed.delete(key)
        for (const end of ends) end()
      })
    })
}
