import { int } from './cells.ts'

/** The number that the state «Завершен» has in all columns. */
export const COMPLETED_NUMBER = 0

/** The number that stands for the first state of whatever kind an order has, and a text that no state's id is. */
export const FIRST_STATE = 1
export const FIRST_STATE_TEXT = '\u0000'

/** The moves of the columns, as far as a place depends on them. */
export interface MovesRead {
  readonly codes: Int32Array
  readonly kinds: Int32Array
  readonly pairs: Int32Array
}

/** Where an order is (SPEC F8 to F10). One object is filled again for each order, since a pass looks at very many. */
export interface Place {
  /** The number of its kind, -1 where the order is absent (SPEC F5). */
  kind: number
  /** The number of the state × 2, + 1 where the order is lost. */
  code: number
  /** Its last counted move. */
  last: number
}

export function emptyPlace(): Place {
  return { kind: -1, code: 0, last: -1 }
}

/** Fills `place` from the moves from `start` to before `cut`, which all are in time. */
export function findPlaceAt(moves: MovesRead, start: number, cut: number, place: Place): void {
  const last = lastCounted(moves.pairs, start, cut, cut)
  place.last = last
  place.kind = last < start ? -1 : int(moves.kinds, last)
  const code = last < start ? 0 : int(moves.codes, last)
  place.code = (code & 1) === 1 ? cancelledFrom(moves, start, last, cut) * 2 + 1 : code
}

/** Whether the move at `move` was taken out by an undo, or is one that takes out (SPEC F4), among the moves before `cut`. */
export function isOut(pairs: Int32Array, move: number, start: number, cut: number): boolean {
  const pair = int(pairs, move)
  return pair !== 0 && start + pair <= cut
}

/** The last counted move before `end`, or one below `start`. */
function lastCounted(pairs: Int32Array, start: number, end: number, cut: number): number {
  let last = end - 1
  while (last >= start && isOut(pairs, last, start, cut)) last--
  return last
}

/** The number of the state that the order was in before it was cancelled (SPEC F9). */
function cancelledFrom(moves: MovesRead, start: number, end: number, cut: number): number {
  let move = lastCounted(moves.pairs, start, end, cut)
  while (move >= start && int(moves.codes, move) >> 1 === COMPLETED_NUMBER)
    move = lastCounted(moves.pairs, start, move, cut)
  return move >= start ? int(moves.codes, move) >> 1 : FIRST_STATE
}
