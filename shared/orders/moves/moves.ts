import { stayBegan } from '../../funnel/columns/history.ts'
import type { Kind, Move, Order } from '../collections.ts'
import { COMPLETED } from './completed.ts'

/** When a move counts as made: its own time, or its arrival where the device's clock was ahead. */
export function momentOf(move: Pick<Move, 'at' | 'arrived'>): number {
  return Math.min(move.at ?? 0, move.arrived ?? Number.POSITIVE_INFINITY)
}

type Follower = Pick<Move, 'id' | 'at' | 'arrived' | 'follows'>

/**
 * When each move counts as made, by id: at its moment, but behind all moves that it follows. So no clock turns a history
 * around, and moves made in one moment stand as they were made. Moves that follow each other in a circle do not wait.
 */
export function momentsOf(moves: readonly Follower[]): ReadonlyMap<string, number> {
  const moments = new Map(moves.map((move) => [move.id, momentOf(move)]))
  const isBehind = (move: Follower) => move.follows.every((id) => (moments.get(id) ?? -1) < (moments.get(move.id) ?? 0))
  return moves.every(isBehind) ? moments : setBehind(moves, moments)
}

/** Goes from the moves that follow none to those that follow them, and so on. */
function setBehind(moves: readonly Follower[], moments: Map<string, number>): ReadonlyMap<string, number> {
  const steps = moves.flatMap((move) => move.follows.filter((id) => moments.has(id)).map((id) => [id, move] as const))
  const behind = Map.groupBy(steps, ([id]) => id)
  const waits = new Map(moves.map((move) => [move.id, 0]))
  for (const [, { id }] of steps) waits.set(id, (waits.get(id) ?? 0) + 1)
  const settled = moves.filter((move) => waits.get(move.id) === 0)
  for (const { id } of settled) {
    for (const [, next] of behind.get(id) ?? []) {
      moments.set(next.id, Math.max(moments.get(next.id) ?? 0, (moments.get(id) ?? 0) + 1))
      waits.set(next.id, (waits.get(next.id) ?? 0) - 1)
      if (waits.get(next.id) === 0) settled.push(next)
    }
  }
  return moments
}

/** Moves by time (`momentsOf`), then id. */
export function inOrder<M extends Follower>(moves: readonly M[]): M[] {
  const moments = momentsOf(moves)
  const momentIn = (move: M) => moments.get(move.id) ?? 0
  return [...moves].sort((a, b) => momentIn(a) - momentIn(b) || (a.id < b.id ? -1 : 1))
}

/** The moves that no other follows, by time: one is the order's state, several are «разошлись». */
export function headsOf<M extends Follower>(moves: readonly M[]): M[] {
  const followed = new Set(moves.flatMap((move) => move.follows))
  return inOrder(moves).filter((move) => !followed.has(move.id))
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

/** A stay of an order where it stands: the move with which it began, and when that counts as made, ms. */
export interface Stay {
  readonly move: Move
  readonly since: number
}

/**
 * The stay that an order's last move is in, which the funnel counts (SPEC F4, F11): a move to the state that it has, of another
 * kind, too, goes on with it, and a move with its undo soon after counts for nothing. Null without moves.
 */
export function stayOf(moves: readonly Move[], last: Move | null): Stay | null {
  if (last === null) return null
  const moments = momentsOf(moves)
  // Of nearly all orders one move alone led there.
  const isOnce = moves.every((move) => move.id === last.id || move.state !== last.state)
  const began = isOnce ? last : stayBegan(inOrder(moves).map((move) => asStayed(move, moments.get(move.id) ?? 0)))
  const move = moves.find(({ id, state }) => id === began?.id && state === last.state) ?? last
  return { move, since: moments.get(move.id) ?? 0 }
}

/** The moment from which an order stands where its last move brought it, ms; null without moves. */
export function standsSince(moves: readonly Move[], last: Move | null): number | null {
  return stayOf(moves, last)?.since ?? null
}

function asStayed({ id, state, completion, undoes }: Move, at: number) {
  return { id, at, state: state ?? '', completion: completion ?? undefined, undoes: undoes ?? undefined }
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
