import { add, float, int } from '../columns/cells.ts'
import {
  AGAIN,
  CARRIED,
  CARRY,
  LOSSES,
  REENTERED,
  REENTRIES,
  RUNNING,
  SEEN,
  STAYING,
  TIME,
  WERE,
  WERE_SUM,
} from './fields.ts'
import type { Block, Tally } from './tally.ts'

// What an order adds to the sums of its rows. A `total` or `time` has the sign already; a `row` is one of the sums, but for addPlace.

/** Staying, losses and orphans (SPEC F12, F15, F16), by the row of its place, its code, and its last counted move. */
export function addPlace(
  tally: Tally,
  block: Block,
  row: number,
  code: number,
  last: number,
  sign: 1 | -1,
  total: number,
): void {
  const lost = (code & 1) === 1
  if (row < 0) {
    tally.addOrphan(block, code >> 1, sign, total, lost)
    return
  }
  const cell = block.base + row + (lost ? LOSSES : STAYING)
  add(tally.sums, cell, sign)
  add(tally.sums, cell + 1, total)
  if (lost) tally.addReason(block.base + row, int(tally.columns.moves.reasons, last), sign, total)
}

/** The beginning of a stay: the first of the order in this row, or a re-entry (SPEC F14, F18, F19). */
export function beginStay(sums: Float64Array, row: number, act: number, sign: 1 | -1, total: number): void {
  if (float(sums, row + SEEN) === act) {
    comeAgain(sums, row, act, sign)
    return
  }
  sums[row + SEEN] = act
  add(sums, row + WERE, sign)
  add(sums, row + WERE_SUM, total)
}

function comeAgain(sums: Float64Array, row: number, act: number, sign: 1 | -1): void {
  add(sums, row + REENTRIES, sign)
  if (float(sums, row + AGAIN) === act) return
  sums[row + AGAIN] = act
  add(sums, row + REENTERED, sign)
}

/** Adds to the time of all stays. */
export function addTime(sums: Float64Array, row: number, time: number): void {
  const sum = float(sums, row + TIME) + time
  sums[row + TIME] = sum
  if (sum > CARRY || sum < -CARRY) carryOver(sums, row, Math.sign(sum))
}

function carryOver(sums: Float64Array, row: number, sign: number): void {
  add(sums, row + CARRIED, sign)
  add(sums, row + TIME, -sign * CARRY)
}

/** A stay that is still running since then: its end is the moment, which moves on. */
export function stayOn(sums: Float64Array, row: number, since: number, sign: 1 | -1): void {
  add(sums, row + RUNNING, sign)
  addTime(sums, row, -since * sign)
}
