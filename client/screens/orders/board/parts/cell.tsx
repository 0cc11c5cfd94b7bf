import { For, Show } from 'solid-js'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { cellKey } from '../../../../data/queries/board/cell-key.ts'
import { inOrder } from '../../../../ui/window/holders.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { useBoard } from '../context.ts'
import { type CellPlace, createCards } from './create-cards.ts'
import { createPlace } from './create-place.ts'
import { QuickAdd } from './quick-add.tsx'
import { Tile } from './tile.tsx'

/** What a cell of the board is given. */
interface CellProps extends CellPlace {
  /** What it is called: the state, and the lane where there are lanes. */
  readonly label: string
}

/** The cards of a state, in a lane: a window on a column of any length, and a place to put cards into. */
export function Cell(props: CellProps) {
  const { t } = useWords()
  const { board, mayWrite } = useBoard()
  const { view, cell, holders, first, nearest, idOf } = createCards(props)
  const place = createPlace(props, view, cell)
  const count = () => cell()?.count ?? 0
  return (
    <div
      class="cell"
      classList={{ over: place.isOver() && place.takes() }}
      data-cell={cellKey(props.lane, props.column.id)}
    >
      <ul
        ref={(list) => {
          view.watch(list)
          place.watch(list)
        }}
        class="cell-cards"
        aria-label={props.label}
        aria-owns={inOrder(holders())
          .map(({ number }) => idOf(number))
          .join(' ')}
      >
        {/* Elements of their own: a property of the list would have all its cards styled anew. */}
        <li class="cell-room" aria-hidden="true" style={{ height: `${view.height()}px` }} />
        <Show when={place.line() !== null}>
          <li class="cell-line" aria-hidden="true" style={{ top: `${place.line()}px` }} />
        </Show>
        <For each={holders()}>
          {(holder) => (
            <Tile
              id={idOf(holder.number)}
              card={holder.thing()}
              position={holder.position()}
              top={view.topOf(holder.position())}
              spot={() => place.spot(holder.position())}
              nearest={nearest}
              isStop={holder.position() === first()}
            />
          )}
        </For>
      </ul>
      <Show when={count() === 0 && !board.isLoading() && !place.isOver()}>
        <p class="cell-empty dim">{t('board.empty')}</p>
      </Show>
      <Show when={mayWrite && place.takes() && props.column.id !== COMPLETED}>
        <QuickAdd state={props.column.id} stateName={props.column.name} lane={props.lane} />
      </Show>
    </div>
  )
}
