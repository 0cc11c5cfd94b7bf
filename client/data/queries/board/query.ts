import type { FilterNode } from '../../../../shared/filters/filter.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import type { Next } from './next/upcoming.ts'

/** A part of a cell's cards: positions, of which `to` is the first that is not wanted. */
export interface BoardWindow {
  readonly lane: string | null
  readonly state: string
  readonly from: number
  readonly to: number
}

/** The board of a kind: its orders as cards by state, and by lane where there are lanes. */
export interface BoardQuery {
  readonly what: 'board'
  readonly kind: string
  readonly filter: readonly FilterNode[]
  readonly search: string
  /** Whether there is a lane for each responsible; else all cards stand in the lane null. */
  readonly lanes: boolean
  /** What stands on the screen. A cell without a window is counted and summed up, but its cards are not given. */
  readonly windows: readonly BoardWindow[]
}

/** What a card shows of an order. */
export interface BoardCard
  extends Pick<
    OrderItem,
    | 'id'
    | 'number'
    | 'customerName'
    | 'responsible'
    | 'responsibleName'
    | 'state'
    | 'since'
    | 'currency'
    | 'total'
    | 'completed'
    | 'completion'
    | 'forked'
    | 'edited'
    | 'posted'
    | 'tooLong'
  > {
  /** Where it stands among the cards of its state: a fractional index. */
  readonly place: string
  /** What is planned next for it, or else for its customer; null of a completed one, and where nothing is. */
  readonly next: Next | null
  /** The heads of the order's moves: what whoever moves it must have seen. */
  readonly heads: readonly string[]
}

/** The cards of a state in a lane. */
export interface BoardCell {
  readonly lane: string | null
  readonly state: string
  readonly count: number
  /** The sum of `companyTotal`, minor units. */
  readonly sum: number
  /** The position of the first of `cards`. */
  readonly from: number
  readonly cards: readonly BoardCard[]
}

export interface BoardLane {
  readonly id: string | null
  /** Empty for the lane of orders that nobody is responsible for. */
  readonly name: string
}

/** What has changed about a board since its last answer. */
export interface BoardAnswer {
  readonly what: 'board'
  /** Another board was asked for: what was posted before is void. */
  readonly fresh: boolean
  /** All lanes in their order, by name, that of nobody last. */
  readonly lanes: readonly BoardLane[]
  /** States in which orders of the kind stand that the kind has not. */
  readonly strays: readonly string[]
  /** The cells that are not as they were posted. */
  readonly cells: readonly BoardCell[]
}
