import type { FunnelMove } from '../types.ts'

/** An undo within this many milliseconds takes the move and itself out (SPEC F4). */
export const UNDO_WINDOW = 2 * 60_000

/** The moves by time, then id (SPEC F3): the same array where it is so already. */
export function inOrder(moves: readonly FunnelMove[]): readonly FunnelMove[] {
  const sorted = moves.every((move, i) => i === 0 || compare(moves[i - 1] ?? move, move) <= 0)
  return sorted ? moves : [...moves].sort(compare)
}

function compare(a: FunnelMove, b: FunnelMove): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/**
 * For each of the ordered moves, 0 or 1 + the index of the move that it is an undo pair with (SPEC F4); undefined where there is no
 * pair. Read left to right, so the pairs among the first n moves are those whose both indices are below n.
 */
export function undoPairs(moves: readonly Pick<FunnelMove, 'id' | 'at' | 'undoes'>[]): Int32Array | undefined {
  if (moves.every((move) => move.undoes === undefined)) return undefined
  const pairs = new Int32Array(moves.length)
  const counted: number[] = []
  for (const [index, move] of moves.entries()) {
    const before = counted.at(-1)
    const undone = before === undefined ? undefined : moves[before]
    if (before !== undefined && undone && move.undoes === undone.id && move.at - undone.at <= UNDO_WINDOW) {
      counted.pop()
      pairs[index] = before + 1
      pairs[before] = index + 1
    } else counted.push(index)
  }
  return pairs
}

/** A move, as far as the stay goes that it belongs to. */
type Stayed = Pick<FunnelMove, 'id' | 'at' | 'undoes' | 'state' | 'completion'>

/**
 * The move with which the stay began that the last counted one of the ordered moves is in (SPEC F11), whatever kinds it went on in;
 * being cancelled counts as one here. Undefined where no move is counted.
 */
export function stayBegan<M extends Stayed>(moves: readonly M[]): M | undefined {
  const pairs = undoPairs(moves)
  const counted = moves.filter((_, index) => !pairs?.[index])
  const last = counted.at(-1)
  return last && counted[counted.findLastIndex((move) => !isOneStay(move, last)) + 1]
}

function isOneStay(a: Stayed, b: Stayed): boolean {
  const isCancelling = ({ completion }: Stayed) => completion === 'cancelled'
  return a.state === b.state && isCancelling(a) === isCancelling(b)
}
