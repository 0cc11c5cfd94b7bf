import type { Kind, Move, Order } from './collections.ts'
import { COMPLETED } from './completed.ts'

/** A move and its undo this close together, with nothing between, count for nothing (product §2). */
export const UNDO_WINDOW = 2 * 60_000

/** When a move counts as made: its own time, or its arrival where the device's clock was ahead. */
export function momentOf(move: Pick<Move, 'at' | 'arrived'>): number {
  return Math.min(move.at ?? 0, move.arrived ?? Number.POSITIVE_INFINITY)
}

/** Moves by time, then id. */
export function inOrder<M extends Pick<Move, 'id' | 'at' | 'arrived'>>(moves: readonly M[]): M[] {
  return [...moves].sort((a, b) => momentOf(a) - momentOf(b) || (a.id < b.id ? -1 : 1))
}

/** The moves that no other follows, by time: one is the order's state, several are «разошлись». */
export function headsOf<M extends Pick<Move, 'id' | 'at' | 'arrived' | 'follows'>>(moves: readonly M[]): M[] {
  const followed = new Set(moves.flatMap((move) => move.follows))
  return inOrder(moves.filter((move) => !followed.has(move.id)))
}

/** Where an order stands. */
export interface Standing {
  readonly kind: string | null
  readonly state: string | null
  /** The move that brought it there; null for an order without moves. */
  readonly move: Move | null
  /** Heads of parted histories; more than one shows the mark «разошлись». */
  readonly heads: readonly Move[]
}

/** Where an order stands: at the latest of its heads. */
export function standingOf(order: Pick<Order, 'moves'>): Standing {
  const heads = headsOf(order.moves)
  const move = heads.at(-1) ?? null
  return { kind: move?.kind ?? null, state: move?.state ?? null, move, heads }
}

/** Whether the order is completed, by success or cancelling: then it is edited only after reopening. */
export function isCompleted(order: Pick<Order, 'moves'>): boolean {
  return standingOf(order).state === COMPLETED
}

/**
 * Whether a completed order was edited after the move that completed it («изменен после завершения»). By stamps, not
 * by the move's time: a fact is stamped above all that its writer had of the record, whatever his clock (SPEC R12).
 */
export function isEditedAfterCompletion(order: Pick<Order, 'moves' | 'changedAt'>): boolean {
  const { state, move } = standingOf(order)
  return state === COMPLETED && move !== null && order.changedAt > move.madeAt
}

/** A kind's states in order, «Завершен» last. */
export function statesOf(kind: Pick<Kind, 'states'>): string[] {
  return [...kind.states.map((entry) => entry.id).filter((id) => id !== COMPLETED), COMPLETED]
}
