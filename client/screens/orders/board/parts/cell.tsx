import type { ElementDropTargetEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { createEffect, createMemo, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { cellKey } from '../../../../data/queries/board/cell-key.ts'
import { createColumnView } from '../../../../ui/board/column-view.ts'
import { createHolders, inOrder } from '../../../../ui/window/holders.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { Column } from '../columns.ts'
import { type PlacedCell, positionOf, useBoard } from '../context.ts'
import type { Spot } from '../drag/carry.ts'
import { QuickAdd } from './quick-add.tsx'
import { Tile } from './tile.tsx'

/** What a cell of the board is given. */
export interface CellProps {
  readonly column: Column
  readonly lane: string | null
  /** What it is called: the state, and the lane where there are lanes. */
  readonly label: string
}

/** The cards of a state, in a lane: a window on a column of any length, and a place to put cards into. */
export function Cell(props: CellProps) {
  const { t } = useWords()
  const { board, carry, mayWrite } = useBoard()
  const cell = () => board.cell(props.lane, props.column.id)
  const count = () => cell()?.count ?? 0
  const view = createColumnView(count)
  const first = () => Math.max(view.edges().first, cell()?.from ?? 0)
  const shown = createMemo(() => {
    const from = cell()?.from ?? 0
    return (cell()?.cards ?? []).slice(first() - from, Math.max(0, view.edges().end - from))
  })
  const holders = createHolders(shown, first)
  const id = createUniqueId()
  const idOf = (number: number) => `${id}-${number}`
  const spot = (index: number): Spot => {
    const { lane, column } = props
    return { lane, state: column.id, index: column.id === COMPLETED ? 0 : index }
  }
  const over = createMemo(() => {
    const to = carry.over()
    return to?.state === props.column.id && to.lane === props.lane ? to : null
  })
  const carried = () => positionOf(cell(), carry.carried()?.card.id)
  /** The height at which the carried card would be put; none where it would stay, or stand by time. */
  const line = createMemo(() => {
    const index = over()?.index
    if (index === undefined || index === carried() || props.column.id === COMPLETED) return null
    return view.lineAt(index + Number(index > (carried() ?? Number.POSITIVE_INFINITY)))
  })
  const takes = () => !props.column.isStray
  const watch = createPlace(props, {
    takes,
    spot,
    spotAt: (clientY) => {
      const gap = view.gapAt(clientY)
      return spot(gap - Number(gap > (carried() ?? Number.POSITIVE_INFINITY)))
    },
    cardAt: view.cardAt,
    show: view.show,
  })
  createEffect(() => {
    const { lane, column } = props
    board.look({ lane, state: column.id, ...view.window() })
    onCleanup(() => board.lookAway(lane, column.id))
  })
  return (
    <div class="cell" classList={{ over: over() !== null && takes() }} data-cell={cellKey(props.lane, props.column.id)}>
      <ul
        ref={(list) => {
          view.watch(list)
          watch(list)
        }}
        class="cell-cards"
        aria-label={props.label}
        aria-owns={inOrder(holders())
          .map(({ number }) => idOf(number))
          .join(' ')}
      >
        {/* Elements of their own: a property of the list would have all its cards styled anew. */}
        <li class="cell-room" aria-hidden="true" style={{ height: `${view.height()}px` }} />
        <Show when={line() !== null}>
          <li class="cell-line" aria-hidden="true" style={{ top: `${line()}px` }} />
        </Show>
        <For each={holders()}>
          {(holder) => (
            <Tile
              id={idOf(holder.number)}
              card={holder.thing()}
              top={view.topOf(holder.position())}
              spot={() => spot(holder.position())}
              isStop={holder.position() === first()}
            />
          )}
        </For>
      </ul>
      <Show when={count() === 0 && !board.isLoading() && !over()}>
        <p class="cell-empty dim">{t('board.empty')}</p>
      </Show>
      <Show when={mayWrite && takes() && props.column.id !== COMPLETED}>
        <QuickAdd state={props.column.id} stateName={props.column.name} lane={props.lane} />
      </Show>
    </div>
  )
}

/** Makes a cell's element a place that cards are put into: by mouse, and for whatever else carries them. */
function createPlace(
  props: CellProps,
  place: Omit<PlacedCell, 'lane' | 'state' | 'element'>,
): (element: HTMLElement) => void {
  const { carry, placed } = useBoard()
  const { lane, column } = props
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
