import { createSignal, For, Show } from 'solid-js'
import { createMouse } from '../../../ui/board/by-mouse.ts'
import { createKeyNotes } from '../../../ui/keys/offers.ts'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useBoard } from './context.ts'
import { createFinger } from './drag/by-finger.ts'
import { createBoardKeys } from './drag/by-keys.ts'
import { createCarryWords } from './drag/words.ts'
import { ColumnHead } from './parts/column-head.tsx'
import { Lane } from './parts/lane.tsx'
import { StateStrip } from './parts/state-strip.tsx'
import './board.css'

/** The board: a column for each state, cards in them that can be carried by mouse, finger and keys. */
export function Board(props: { readonly label: string }) {
  const { t } = useWords()
  const context = useBoard()
  const { board, carry, columns, hasLanes, mayWrite } = context
  const isPhone = createMedia(COMPACT)
  const [root, setRoot] = createSignal<HTMLElement>()
  const keys = createBoardKeys(context, createCarryWords())
  const [byMouse, byFinger] = [createMouse(context.carry), createFinger(context)]
  createNotes(mayWrite)
  return (
    <div class="board-place">
      <Show when={isPhone() && root()} keyed>
        {(scroller) => <StateStrip scroller={scroller} />}
      </Show>
      <section
        ref={(element) => {
          setRoot(element)
          keys.watch(element)
          byMouse(element)
          byFinger(element)
        }}
        class="board"
        classList={{ lanes: hasLanes(), carrying: carry.carried() !== null }}
        aria-label={props.label}
        tabIndex={-1}
        onKeyDown={keys.keyDown}
        onFocusIn={({ target }) => bringIntoSight(target)}
        onFocusOut={keys.focusOut}
      >
        <div class="board-heads">
          <For each={columns()}>{(column) => <ColumnHead column={column} />}</For>
        </div>
        <For each={board.lanes()}>{(lane) => <Lane lane={lane} />}</For>
      </section>
      <p class="board-said" classList={{ said: !keys.isCarrying() }} aria-live="assertive">
        {keys.said()}
      </p>
      <p id="board-hint" hidden>
        {t('board.hint')}
      </p>
    </div>
  )
}

/** What keys lead to is seen whole: a browser takes a strip of 32 pixels for enough. */
function bringIntoSight(place: Element): void {
  if (place.matches(':focus-visible')) place.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** What the board's keys do, for the map of keys. */
function createNotes(mayCarry: boolean): void {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('board.title'),
    rows: [
      { keys: 'ArrowUp|ArrowDown|ArrowLeft|ArrowRight', label: t('board.keys.lead') },
      { keys: 'Enter', label: t('board.keys.open') },
      ...(mayCarry
        ? [
            { keys: 'Space', label: t('board.keys.take') },
            { keys: 'Escape', label: t('board.keys.back') },
          ]
        : []),
    ],
  }))
}
