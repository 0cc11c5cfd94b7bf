import { float, int } from '../columns/cells.ts'
import { isOut } from '../columns/place.ts'
import { isDated } from './period.ts'
import type { Standing } from './standing.ts'
import { addTime, beginStay, stayOn } from './sums.ts'
import type { Block, Tally } from './tally.ts'

/**
 * Adds the order's stays in rows of the block, by move date only those in rows that are dated in the period (SPEC F11, F14, F18, F19,
 * F23); whether there were any.
 */
export function addStays(tally: Tally, { base }: Block, standing: Standing, sign: 1 | -1, total: number): boolean {
  const { times, codes, pairs } = tally.columns.moves
  const { rows, width, byMove } = tally.plan
  const { clock } = tally
  const { start, cut, slot, place } = standing
  let any = false
  let stay = -1
  let since = 0
  for (let move = start; move <= place.last; move++) {
    if (isOut(pairs, move, start, cut)) continue
    const to = int(rows, slot * width + int(codes, move))
    const row = to >= 0 && (!byMove || isDated(tally, base + to)) ? to : -1
    if (row === stay) continue
    const time = clock ? clock(float(times, move)) : float(times, move)
    if (stay >= 0) addTime(tally.sums, base + stay, (time - since) * sign)
    if (row >= 0) beginStay(tally.sums, base + row, tally.act, sign, total)
    any ||= row >= 0
    stay = row
    since = time
  }
  if (stay >= 0) stayOn(tally.sums, base + stay, since, sign)
  return any
}
