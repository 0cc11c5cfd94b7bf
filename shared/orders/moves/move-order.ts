import { Failure } from '../../errors.ts'
import type { Patch } from '../../records/declarations/collection.ts'
import { newEntryId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Completion, kinds, type Move, type Order, orders, reasons, states } from '../collections.ts'
import { orderTotal } from '../totals.ts'
import { COMPLETED } from './completed.ts'
import { checkEntry, lackingFor } from './entry.ts'
import { inOrder, standingOf, statesOf } from './moves.ts'

/** What is asked of a move. Without a kind the order keeps its own. */
export interface MoveRequest {
  readonly kind?: string
  readonly state: string
  /** Required when the state is «Завершен», and only then. */
  readonly completion?: Completion
  /** Required when the order is cancelled. */
  readonly reason?: string
  /** Required when a completed order is reopened, and with a reason that asks for a text. */
  readonly comment?: string
  /** The run of a rule that asks for it, by id. */
  readonly cause?: string
  /** No rule hears of it. */
  readonly quiet?: boolean
  /** For what the state asks for and the order has not; of these, what is filled stays as it is. */
  readonly fill?: Patch<(typeof orders)['fields']>
}

/**
 * Moves an order to a state, of its own kind or another: a fact that follows all heads, so that parted histories join.
 * Failures: state-not-in-kind, completion-required, completion-not-asked, reason-required, reason-text-required,
 * comment-required, state-same, state-requires: reopening asks for nothing, since a completed order cannot be filled in.
 */
export function moveOrder(tx: Transaction, { id, fill = {}, ...request }: MoveRequest & { readonly id: string }): void {
  const order = tx.get(orders, id)
  const standing = standingOf(order)
  const kind = request.kind ?? standing.kind
  checkMove(tx, request, kind)
  if (standing.state === COMPLETED && request.state !== COMPLETED && !request.comment?.trim()) {
    throw new Failure('comment-required')
  }
  if (standsAt(tx, { id, ...request })) throw new Failure('state-same')
  if (standing.state !== request.state && standing.state !== COMPLETED) enter(tx, order, request.state, fill)
  addMove(tx, order, { ...request, ...(kind === null ? {} : { kind }) })
}

/** Writes what a state asks for and the order has not. Failure `state-requires`: something of it is lacking still. */
function enter(tx: Transaction, order: Order, state: string, fill: NonNullable<MoveRequest['fill']>): void {
  const asked: readonly string[] = lackingFor(tx.find(states, state) ?? { requires: [] }, order)
  const given = Object.fromEntries(Object.entries(fill).filter(([name]) => asked.includes(name)))
  checkEntry(tx, { ...order, ...given }, state)
  tx.set(orders, order.id, given)
}

/** Whether an order stands already where it is asked to: a move there would say nothing. */
function standsAt(tx: Transaction, { id, kind, state, completion }: MoveRequest & { readonly id: string }): boolean {
  const { move, heads } = standingOf(tx.get(orders, id))
  const isThere = move?.state === state && (kind === undefined || move.kind === kind)
  return isThere && move.completion === (completion ?? null) && heads.length < 2
}

/** What a move carries of its order: its total, minor units, and who is responsible for it then. */
interface Carried {
  readonly total: number
  readonly responsible: string | null
}

/** The values of a move made now by this transaction's person and device. */
export function newMove(
  tx: Transaction,
  { fill: _, ...request }: MoveRequest & { readonly undoes?: string },
  { total, responsible }: Carried,
  follows: readonly string[],
) {
  const carried = { total, ...(responsible !== null && { responsible }) }
  return { ...request, at: tx.now(), author: tx.person, device: tx.replica, ...carried, follows }
}

/**
 * Undoes a move by a move back that names it, to where the order would stand without it. False when the order stands by
 * another move since (moves that were undone do not count), or when it was the order's first.
 */
export function undoMove(tx: Transaction, id: string, move: string): boolean {
  const order = tx.get(orders, id)
  const { move: present, heads } = standingOf(order)
  if (!present) return false
  const undone = [present, standsBy(order.moves, present)].find((one) => one.id === move)
  const others = heads.filter((head) => head !== present)
  const back = undone && inOrder([...movesBefore(order.moves, undone), ...others]).at(-1)
  if (!back?.state) return false
  addMove(tx, order, { ...requestOf(back), undoes: move })
  return true
}

/** The move that an order stands by when its last move, if it undid another, is taken out together with that. */
export function standsBy(moves: readonly Move[], last: Move): Move {
  const undone = moves.find((one) => one.id === last.undoes)
  const back = undone && inOrder(movesBefore(moves, undone)).at(-1)
  const rest = moves.filter((one) => one !== last && one !== undone)
  return back && rest.includes(back) ? standsBy(rest, back) : last
}

function movesBefore(moves: readonly Move[], move: Move): Move[] {
  return moves.filter((one) => move.follows.includes(one.id))
}

/** Checks a request against its kind; also for the first move of a new order. */
export function checkMove(tx: Transaction, request: MoveRequest, kind: string | null): void {
  const found = kind === null ? null : tx.find(kinds, kind)
  if (!found || !statesOf(found).includes(request.state))
    throw new Failure('state-not-in-kind', { state: request.state })
  if (request.state !== COMPLETED) {
    if (request.completion || request.reason) throw new Failure('completion-not-asked')
    return
  }
  if (!request.completion) throw new Failure('completion-required')
  if (request.completion === 'cancelled') checkReason(tx, request)
}

function checkReason(tx: Transaction, { reason, comment }: MoveRequest): void {
  const found = reason === undefined ? null : tx.find(reasons, reason)
  if (!found) throw new Failure('reason-required')
  if (found.other && !comment?.trim()) throw new Failure('reason-text-required')
}

function addMove(tx: Transaction, order: Order, request: MoveRequest & { readonly undoes?: string }): void {
  const follows = standingOf(order).heads.map((head) => head.id)
  tx.add(orders, order.id, 'moves', newEntryId(), newMove(tx, request, carriedOf(order), follows))
}

function carriedOf(order: Order): Carried {
  return { total: orderTotal(order), responsible: order.responsible }
}

function requestOf({ kind, state, completion, reason, comment }: Move): MoveRequest {
  const completed = {
    ...(completion && { completion }),
    ...(reason && { reason }),
    ...(comment && { comment }),
  }
  return { state: state ?? '', ...(kind && { kind }), ...completed }
}
