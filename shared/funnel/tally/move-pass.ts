import { add, byte, float, int } from '../columns/cells.ts'
import { COUNT, COUNT_SUM, FIELDS } from './fields.ts'
import { dateRows, isDated, isPlaceDated } from './period.ts'
import { groupColumn } from './plan.ts'
import { emptyStanding, findStanding, type Standing } from './standing.ts'
import { addStays } from './stays.ts'
import { addPlace } from './sums.ts'
import type { Block, Tally } from './tally.ts'

/** As passByOrder, with each figure of an order counted where its own date is in the period (SPEC F23). */
export function passByMove(tally: Tally, members: Uint8Array, first: number, end: number, sign: 1 | -1): void {
  const groups = groupColumn(tally.columns, tally.plan.options.by)
  const { totals } = tally.columns.orders
  const standing = emptyStanding()
  for (let index = first; index < end; index++) {
    if (byte(members, index) === 0 || !findStanding(tally, index, standing)) continue
    const block = tally.blockAt(standing.slot, groups ? int(groups, index) : -1)
    const total = float(totals, index) * sign
    tally.begin(block, sign)
    dateRows(tally, block, standing)
    const stayed = addStays(tally, block, standing, sign, total)
    const counted = addCounts(tally, block, standing, sign, total)
    const placed = isPlaceDated(tally, block, standing)
    const { row, place } = standing
    if (placed) addPlace(tally, block, row, place.code, place.last, sign, total)
    if (!stayed && !counted && !placed) block.orders -= sign
  }
}

/** The counts of reached mode: the rows up to its place that are dated in the period; whether there were any. */
function addCounts(tally: Tally, { base }: Block, standing: Standing, sign: 1 | -1, total: number): boolean {
  if (tally.plan.visited) return false
  let any = false
  for (let row = base; row <= base + standing.row; row += FIELDS) {
    if (!isDated(tally, row)) continue
    any = true
    add(tally.sums, row + COUNT, sign)
    add(tally.sums, row + COUNT_SUM, total)
  }
  return any
}
