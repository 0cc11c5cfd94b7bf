import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { createMemo, For, onCleanup, onMount, Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { spotAt, useBoard } from './context.ts'
import { type Column, cardsIn } from './live.ts'
import { QuickAdd } from './quick-add.tsx'
import { Tile } from './tile.tsx'

/** What a cell of the board is given. */
export interface CellProps {
  readonly column: Column
  readonly lane: string | null
  /** The state, and the lane where there are lanes. */
  readonly label: string
}

/** The cards of a state, in a lane, and a place to put cards into. */
export function Cell(props: CellProps) {
  const { t } = useWords()
  const { carry, mayWrite } = useBoard()
  let cell: HTMLDivElement | undefined
  const cards = createMemo(() => cardsIn(props.column, props.lane))
  const isOver = () => carry.over()?.state === props.column.id && carry.over()?.lane === props.lane
  /** Before which card the carried one would be put; the number of all: behind the last. */
  const line = () => {
    const [over, carried] = [carry.over(), carry.carried()]
    if (!isOver() || !over || !carried) return null
    const others = cards().filter(({ id }) => id !== carried.card.id)
    return others[over.index]?.id ?? (others.length === 0 ? null : 'end')
  }
  onMount(() => {
    if (!cell || !mayWrite) return
    const element = cell
    const hover = (clientY: number) => carry.hover(spotAt(element, clientY, carry.carried()?.card.id))
    const ends = [
      autoScrollForElements({ element }),
      dropTargetForElements({
        element,
        canDrop: () => carry.carried() !== null,
        // Chromium tells of entering an element in the place of moving over it.
        onDragEnter: ({ location }) => hover(location.current.input.clientY),
        onDrag: ({ location }) => hover(location.current.input.clientY),
        onDragLeave: () => carry.hover(null),
      }),
    ]
    onCleanup(() => {
      for (const end of ends) end()
    })
  })
  return (
    <div
      ref={cell}
      class="job-cell"
      classList={{ over: isOver() }}
      data-state={props.column.id}
      data-lane={props.lane ?? undefined}
    >
      <ul aria-label={props.label}>
        <For each={cards()}>
          {(job, at) => (
            <>
              <Show when={line() === job.id}>
                <li class="job-line" aria-hidden="true" />
              </Show>
              <Tile job={job} lane={props.lane} index={at()} />
            </>
          )}
        </For>
        <Show when={line() === 'end'}>
          <li class="job-line" aria-hidden="true" />
        </Show>
      </ul>
      <Show when={cards().length === 0 && !isOver()}>
        <p class="job-empty dim">{t('jobs.board.empty')}</p>
      </Show>
      <Show when={mayWrite && (props.column.id === 'todo' || props.column.id === 'underway')}>
        <QuickAdd state={props.column.id} lane={props.lane} label={props.label} />
      </Show>
    </div>
  )
}
