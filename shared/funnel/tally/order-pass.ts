import { byte, float, int } from '../columns/cells.ts'
import { groupColumn } from './plan.ts'
import { emptyStanding, findStanding, type Standing } from './standing.ts'
import { addStays } from './stays.ts'
import { addPlace, addTime, beginStay, stayOn } from './sums.ts'
import type { Tally } from './tally.ts'

/**
 * Adds (sign 1) or takes out (-1) the orders that are 1 in `members`, from index `first` to before `end`, each with all it did
 * (SPEC F22). An order must be taken out at the moment and in the form in which it was added.
 *
 * The walk over the moves of a plain order, one without undo pairs, with all moves before the moment, by the time that passes, stands here once more,
 * though `addStays` would do it as well: nearly all orders are plain, and with all it reads in variables a pass takes a fifth less.
 */
export function passByOrder(tally: Tally, members: Uint8Array, first: number, end: number, sign: 1 | -1): void {
  const { starts, lasts, ends, kinds, places, paired, totals } = tally.columns.orders
  const { times, codes } = tally.columns.moves
  const { rows, slots, width } = tally.plan
  const { moment } = tally
  const isClocked = tally.clock !== null
  const groups = groupColumn(tally.columns, tally.plan.options.by)
  const standing = emptyStanding()
  for (let index = first; index < end; index++) {
    if (byte(members, index) === 0) continue
    const group = groups ? int(groups, index) : -1
    const total = float(totals, index) * sign
    if (isClocked || byte(paired, index) === 1 || float(ends, index) > moment) {
      addWithCare(tally, index, group, standing, sign, total)
      continue
    }
    const kind = int(kinds, index)
    const slot = kind < 0 ? -1 : int(slots, kind)
    if (slot < 0) continue
    const block = tally.blockAt(slot, group)
    const { sums } = tally
    const { base } = block
    const table = slot * width
    const start = int(starts, index)
    const last = start + int(lasts, index)
    const code = int(places, index)
    const act = tally.begin(block, sign)
    addPlace(tally, block, int(rows, table + (code & ~1)), code, last, sign, total)
    let stay = -1
    let since = 0
    for (let move = start; move <= last; move++) {
      const row = int(rows, table + int(codes, move))
      if (row === stay) continue
      const time = float(times, move)
      if (stay >= 0) addTime(sums, base + stay, (time - since) * sign)
      if (row >= 0) beginStay(sums, base + row, act, sign, total)
      stay = row
      since = time
    }
    if (stay >= 0) stayOn(sums, base + stay, since, sign)
  }
}

/** Any order. */
function addWithCare(
  tally: Tally,
  index: number,
  group: number,
  standing: Standing,
  sign: 1 | -1,
  total: number,
): void {
  if (!findStanding(tally, index, standing)) return
  const block = tally.blockAt(standing.slot, group)
  const { row, place } = standing
  tally.begin(block, sign)
  addPlace(tally, block, row, place.code, place.last, sign, total)
  addStays(tally, block, standing, sign, total)
}
