import { add, float, int } from '../../funnel/columns/cells.ts'
import type { Tally } from './tally.ts'

/** The sums of each row that has facts: need by need, in each the columns in their order, then the row's total. */
export type RowSums = ReadonlyMap<number, Float64Array>

/** Where a column's group + 1 stands among `width`; below nothing: nowhere. The total, 0, stands behind them. */
export type PlaceOf = (column: number) => number

/** Reads all rows of a tally: those of pairs, of outer groups, and of the total. */
export function rowSums(tally: Tally, width: number, placeOf: PlaceOf): RowSums {
  const { cells, rows, plan } = tally
  const sums = new Map<number, Float64Array>()
  const sumsOf = (row: number) => {
    const known = sums.get(row) ?? new Float64Array(plan.needs.length * width)
    sums.set(row, known)
    return known
  }
  sumsOf(rows.numberOf(0, 0))
  for (let cell = 0; cell < cells.size; cell++) {
    if (float(tally.facts, cell) <= 0) continue
    const row = int(cells.firsts, cell)
    const place = placeOf(int(cells.seconds, cell))
    const above = new Set([row, rows.numberOf(int(rows.firsts, row), 0), rows.numberOf(0, 0)])
    if (place >= 0) for (const one of above) addSums(sumsOf(one), tally, { cell, place, width })
  }
  if (plan.needs.some((need) => typeof need !== 'string')) takeCounts(sums, tally, width, placeOf)
  return sums
}

interface At {
  readonly cell: number
  readonly place: number
  readonly width: number
}

function addSums(sums: Float64Array, { values, plan }: Tally, { cell, place, width }: At): void {
  for (const [need, what] of plan.needs.entries()) {
    if (typeof what !== 'string') continue
    const value = float(values[need] as Float64Array, cell)
    add(sums, need * width + place, value)
    if (place !== width - 1) add(sums, need * width + width - 1, value)
  }
}

/** What is counted stands in every cell, those of totals among them. */
function takeCounts(sums: RowSums, { cells, values, plan }: Tally, width: number, placeOf: PlaceOf): void {
  for (let cell = 0; cell < cells.size; cell++) {
    const own = sums.get(int(cells.firsts, cell))
    const place = placeOf(int(cells.seconds, cell))
    if (!own || place < 0) continue
    for (const [need, what] of plan.needs.entries()) {
      if (typeof what !== 'string') own[need * width + place] = float(values[need] as Float64Array, cell)
    }
  }
}
