import { float, int } from '../columns/cells.ts'
import { emptyPlace, findPlaceAt, type Place } from '../columns/place.ts'
import type { Tally } from './tally.ts'

/** Where one order is at the tally's moment, in the numbers of its plan. */
export interface Standing {
  readonly place: Place
  /** Its first move, and the end of its moves up to the moment. */
  start: number
  cut: number
  /** The asked kind that it belongs to. */
  slot: number
  /** The row of its place; -1 where the kind does not have it. */
  row: number
}

export function emptyStanding(): Standing {
  return { place: emptyPlace(), start: 0, cut: 0, slot: 0, row: 0 }
}

/** Fills `standing` for the order at `index`; false where the order is absent or of a kind not asked for. */
export function findStanding(tally: Tally, index: number, standing: Standing): boolean {
  const { orders, moves } = tally.columns
  const { plan } = tally
  const { place } = standing
  const start = int(orders.starts, index)
  standing.start = start
  standing.cut = start + int(orders.counts, index)
  if (float(orders.ends, index) <= tally.moment) {
    place.kind = int(orders.kinds, index)
    place.code = int(orders.places, index)
    place.last = start + int(orders.lasts, index)
  } else {
    standing.cut = cutAt(moves.times, start, standing.cut, tally.moment)
    findPlaceAt(moves, start, standing.cut, place)
  }
  const slot = place.kind < 0 ? -1 : int(plan.slots, place.kind)
  if (slot < 0) return false
  standing.slot = slot
  standing.row = int(plan.rows, slot * plan.width + (place.code & ~1))
  return true
}

/** The end of the moves that are not after the moment; they are in order of time. */
function cutAt(times: Float64Array, start: number, end: number, moment: number): number {
  let cut = end
  while (cut > start && float(times, cut - 1) > moment) cut--
  return cut
}
