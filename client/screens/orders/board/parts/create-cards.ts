import { createEffect, createMemo, createUniqueId, onCleanup } from 'solid-js'
import { createColumnView } from '../../../../ui/board/column-view.ts'
import { createHolders } from '../../../../ui/window/holders.ts'
import type { Column } from '../columns.ts'
import { useBoard } from '../context.ts'

/** Which cell it is: of a state, in a lane. */
export interface CellPlace {
  readonly column: Column
  readonly lane: string | null
}

/** The cards of a cell that are in view, each in a holder of its own; the board hears which these are. */
export function createCards(props: CellPlace) {
  const { board } = useBoard()
  const cell = () => board.cell(props.lane, props.column.id)
  const view = createColumnView(() => cell()?.count ?? 0)
  const first = () => Math.max(view.edges().first, cell()?.from ?? 0)
  const shown = createMemo(() => {
    const from = cell()?.from ?? 0
    return (cell()?.cards ?? []).slice(first() - from, Math.max(0, view.edges().end - from))
  })
  const id = createUniqueId()
  createEffect(() => {
    const { lane, column } = props
    board.look({ lane, state: column.id, ...view.window() })
    onCleanup(() => board.lookAway(lane, column.id))
  })
  return {
    view,
    cell,
    holders: createHolders(shown, first),
    /** The position of the first one. */
    first,
    /** The order of the card that stands at a position, or nearest to it among those in view. */
    nearest: (position: number) => {
      const cards = shown()
      return cards[Math.min(cards.length - 1, Math.max(0, position - first()))]?.id
    },
    /** The id of the element of a holder. */
    idOf: (number: number) => `${id}-${number}`,
  }
}
