import { float, int } from '../columns/cells.ts'
import { isOut } from '../columns/place.ts'
import { DATED, FIELDS } from './fields.ts'
import type { Standing } from './standing.ts'
import type { Block, Tally } from './tally.ts'

/** Whether the move's time is in the period. */
function isInPeriod({ columns, plan }: Tally, move: number): boolean {
  const time = float(columns.moves.times, move)
  return time >= plan.from && time < plan.to
}

/** Whether the date that this act gave the row is in the period. */
export function isDated(tally: Tally, row: number): boolean {
  return float(tally.sums, row + DATED) === tally.act
}

/** Gives each row that the order came to its date (SPEC F23), before anything is counted by it. */
export function dateRows(tally: Tally, { base }: Block, standing: Standing): void {
  const { codes, pairs } = tally.columns.moves
  const { rows, width } = tally.plan
  const { start, cut, slot, place } = standing
  let furthest = -1
  for (let move = start; move <= place.last; move++) {
    if (isOut(pairs, move, start, cut)) continue
    const row = int(rows, slot * width + int(codes, move))
    if (row >= 0) dateUpTo(tally, base, furthest, row, move)
    furthest = Math.max(furthest, row)
  }
  if (furthest < 0 && standing.row >= 0) dateUpTo(tally, base, -1, standing.row, place.last)
}

/** A move to `row` by an order that came as far as `furthest` dates the rows between; by visits, the row itself if it is new. */
function dateUpTo(tally: Tally, base: number, furthest: number, row: number, move: number): void {
  const { sums, act } = tally
  const mark = isInPeriod(tally, move) ? act : -act
  if (tally.plan.visited) {
    if (Math.abs(float(sums, base + row + DATED)) !== act) sums[base + row + DATED] = mark
    return
  }
  const from = furthest < 0 ? 0 : furthest + FIELDS
  for (let passed = from; passed <= row; passed += FIELDS) sums[base + passed + DATED] = mark
}

/** Whether the order's staying, loss or being an orphan is dated in the period. */
export function isPlaceDated(tally: Tally, { base }: Block, standing: Standing): boolean {
  const { place, row } = standing
  if ((place.code & 1) === 1) return isInPeriod(tally, place.last)
  if (row >= 0) return isDated(tally, base + row)
  return isInPeriod(tally, firstMoveTo(tally, standing))
}

/** The first counted move to the state that the order, which is not lost, stands in. */
function firstMoveTo(tally: Tally, { start, cut, place }: Standing): number {
  const { codes, pairs } = tally.columns.moves
  let move = start
  while (int(codes, move) !== place.code || isOut(pairs, move, start, cut)) move++
  return move
}
