import type { Cells, PlanMeasure } from './sheet.ts'

/** What the rows, the periods and all of a sheet come to, of one measure; empty cells count for nothing. */
export interface Totals {
  readonly rows: Float64Array<ArrayBuffer>
  readonly columns: Float64Array<ArrayBuffer>
  readonly all: number
}

/** Adds up one measure of a sheet of so many rows and periods. */
export function totalsOf(cells: Cells, measure: PlanMeasure, rows: number, periods: number): Totals {
  const figures = cells[measure]
  const byRow = new Float64Array(rows)
  const byColumn = new Float64Array(periods)
  let all = 0
  for (let row = 0, at = 0; row < rows; row++) {
    let total = 0
    for (let period = 0; period < periods; period++, at++) {
      const figure = figures[at] as number
      if (Number.isNaN(figure)) continue
      total += figure
      byColumn[period] = (byColumn[period] ?? 0) + figure
    }
    byRow[row] = total
    all += total
  }
  return { rows: byRow, columns: byColumn, all }
}
