import { type Accessor, createContext, useContext } from 'solid-js'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { BoardCard, BoardCell } from '../../../data/queries/board/query.ts'
import type { Carry, Spot } from '../../../ui/board/carry.ts'
import type { Column } from './columns.ts'
import type { Board } from './live-board.ts'

/** A cell that stands on the page. */
export interface PlacedCell {
  readonly lane: string | null
  readonly state: string
  readonly element: HTMLElement
  /** Whether cards can be put into it. */
  readonly takes: () => boolean
  /** A position in it. */
  readonly spot: (index: number) => Spot
  /** Where the carried card would be put at a height of the window. */
  readonly spotAt: (clientY: number) => Spot
  /** The position of the card at a height of the window, or of the one nearest to it. */
  readonly cardAt: (clientY: number) => number
  /** Scrolls to a position. */
  readonly show: (index: number) => void
}

/** A card that is to have the focus. */
export interface Wanted {
  readonly id: string
  /** Where it has been put: until it stands there it is not focused, as it leaves the place where it was. */
  readonly at?: Spot
}

/** What the parts of a board share. */
export interface BoardContext {
  readonly sort: Accessor<Sort>
  readonly kind: Accessor<string>
  readonly board: Board
  readonly carry: Carry<BoardCard>
  readonly columns: Accessor<readonly Column[]>
  readonly hasLanes: Accessor<boolean>
  readonly mayWrite: boolean
  readonly currency: Accessor<string>
  /** The card that is open beside the board. */
  readonly selected: Accessor<string | null>
  readonly addressOf: (id: string) => string
  readonly onOpen: (id: string) => void
  /** Cells that stand on the page, by `cellKey`. */
  readonly placed: Map<string, PlacedCell>
  /** The card that the focus goes to as soon as it stands on the page. */
  readonly wanted: Accessor<Wanted | null>
  /** Whether that is the card of an order: heard by that card alone. */
  readonly isWanted: (id: string) => boolean
  readonly want: (wanted: Wanted | null) => void
}

const Context = createContext<BoardContext>()

export const BoardProvider = Context.Provider

/** The board around a part; only inside a BoardProvider. */
export function useBoard(): BoardContext {
  const context = useContext(Context)
  if (!context) throw new Error('useBoard stands outside of a board')
  return context
}

/** The cell in which an element stands; undefined outside of all cells. */
export function cellUnder({ placed }: BoardContext, element: Element | null): PlacedCell | undefined {
  return placed.get(element?.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '')
}

/** Where a card stands in a cell; null where it does not, or is not known here. */
export function positionOf(cell: BoardCell | undefined, id: string | undefined): number | null {
  const at = cell?.cards.findIndex((card) => card.id === id) ?? -1
  return at < 0 ? null : at + (cell?.from ?? 0)
}
