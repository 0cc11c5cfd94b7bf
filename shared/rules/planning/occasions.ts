import type { Move, Order } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { inOrder, momentsOf, standingOf, stayOf } from '../../orders/moves/moves.ts'
import type { Rule, Start } from '../collections.ts'
import { CREATED } from '../ids.ts'

/** What starts a rule: a move of an order, a stay in a state that has lasted, or the order's being made. */
export interface Occasion {
  /** The id of the move, of a stay that with which it began; `CREATED` of an order that is made. */
  readonly by: string
  /** The move that the order is looked at by, and the one before. */
  readonly move: Move | null
  readonly before: Move | null
  /** When it happened, ms; it is not to be acted on before `ready`: of a move 0, at once. */
  readonly at: number
  readonly ready: number
}

const HOUR = 3_600_000
/** An order that nobody has written for so long is made, ms. */
export const QUIET_FOR = 2 * 60_000

/** What an order gives a rule to start by, as it stands now: every move that the rule is for, or its one stay, or its making. */
export function occasionsOf(rule: Pick<Rule, 'start' | 'hours'>, order: Order): readonly Occasion[] {
  if (rule.start === 'isCreated') return createdIn(order)
  if (rule.start === 'hasStood') return stoodIn(order, rule.hours)
  const moments = momentsOf(order.moves)
  return order.moves.flatMap((move) => {
    const before = moveBefore(order, move)
    const at = moments.get(move.id) ?? 0
    return isTold(order, move) && isStarting(rule.start, move, before)
      ? [{ by: move.id, move, before, at, ready: 0 }]
      : []
  })
}

/** The latest of the moves that a move follows; null for the first. */
function moveBefore({ moves }: Pick<Order, 'moves'>, { follows }: Pick<Move, 'follows'>): Move | null {
  if (follows.length === 0) return null
  return inOrder(moves.filter(({ id }) => follows.includes(id))).at(-1) ?? null
}

/** Whether a move was undone by another that stands. */
export function isUndone({ moves }: Pick<Order, 'moves'>, id: string, seen: readonly string[] = []): boolean {
  const undoing = moves.filter(({ undoes }) => undoes === id)
  return undoing.some((move) => !seen.includes(move.id) && !isUndone({ moves }, move.id, [...seen, id]))
}

/** Whether rules hear of a move: not of one that was taken in from elsewhere, that undoes another, or was undone. */
function isTold(order: Order, { id, quiet, undoes }: Move): boolean {
  return !quiet && undoes === null && !isUndone(order, id)
}

function isStarting(start: Start | null, move: Move, before: Move | null): boolean {
  switch (start) {
    case 'changesState':
      return move.state !== before?.state || move.kind !== before.kind
    case 'isCompleted':
      return isEnd(move, 'success') && !isEnd(before, 'success')
    case 'isCancelled':
      return isEnd(move, 'cancelled') && !isEnd(before, 'cancelled')
    default:
      return false
  }
}

function isEnd(move: Move | null, completion: Move['completion']): boolean {
  return move?.state === COMPLETED && move.completion === completion
}

/** An order is made when it is posted, or nobody has written it for a while. */
function createdIn(order: Order): readonly Occasion[] {
  const { move } = standingOf(order)
  if (!move || order.moves.some(({ follows, quiet }) => follows.length === 0 && quiet)) return []
  const ready = order.posted ? order.madeAt : order.changedAt + QUIET_FOR
  return [{ by: CREATED, move, before: null, at: order.madeAt, ready }]
}

/** Each stay once, by the move with which it began. */
function stoodIn(order: Order, hours: number | null): readonly Occasion[] {
  const { move } = standingOf(order)
  const stay = stayOf(order.moves, move)
  if (!stay || hours === null || stay.move.quiet) return []
  const at = stay.since + hours * HOUR
  return [{ by: stay.move.id, move, before: moveBefore(order, stay.move), at, ready: at }]
}
