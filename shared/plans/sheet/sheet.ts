import { byPlace } from '../../records/declarations/place.ts'
import type { Plan, PlanRow } from '../collections.ts'
import { type Period, periodsOf } from '../periods.ts'
import { fitsAnalytics } from '../rows.ts'

/** What is planned. */
export const PLAN_MEASURES = ['sum', 'quantity'] as const
export type PlanMeasure = (typeof PLAN_MEASURES)[number]

/** What stands in cells, row by row, a figure for each period: minor units, thousandths. NaN: the cell is empty. */
export interface Cells {
  readonly sum: Float64Array<ArrayBuffer>
  readonly quantity: Float64Array<ArrayBuffer>
}

/** Figures of both measures; null: nothing is planned. */
export interface Figures {
  readonly sum: number | null
  readonly quantity: number | null
}

/** What stands under a day at which no period of the plan begins (SPEC PN5). */
export interface Outside extends Figures {
  readonly period: string
  readonly row: string
}

const NO_FIGURES: Figures = { sum: null, quantity: null }

/** The rows of a plan in their order, those of its analytics of now before those that wait for others (SPEC PN6). */
export function rowsOfSheet(plan: Plan, rows: Iterable<PlanRow>): { fitting: PlanRow[]; astray: PlanRow[] } {
  const standing = [...rows].filter((row) => !row.gone).sort(byPlace)
  return {
    fitting: standing.filter((row) => fitsAnalytics(plan, row)),
    astray: standing.filter((row) => !fitsAnalytics(plan, row)),
  }
}

/** Which period's place each first day has. */
export function placesOf(periods: readonly Period[]): ReadonlyMap<string, number> {
  return new Map(periods.map(({ id }, place) => [id, place]))
}

/** Puts a row's cells into a sheet at its own place; gives those that no period has. */
export function fillRow(cells: Cells, at: number, row: PlanRow, places: ReadonlyMap<string, number>): Outside[] {
  const outside: Outside[] = []
  cells.sum.fill(Number.NaN, at * places.size, (at + 1) * places.size)
  cells.quantity.fill(Number.NaN, at * places.size, (at + 1) * places.size)
  for (const { id, sum, quantity } of row.cells) {
    const place = places.get(id)
    if (place === undefined) {
      if (sum !== null || quantity !== null) outside.push({ period: id, row: row.id, sum, quantity })
      continue
    }
    cells.sum[at * places.size + place] = sum ?? Number.NaN
    cells.quantity[at * places.size + place] = quantity ?? Number.NaN
  }
  return outside
}

export function emptyCells(rows: number, periods: number): Cells {
  return { sum: new Float64Array(rows * periods), quantity: new Float64Array(rows * periods) }
}

/** What a plan comes to: its periods' cells, of the rows that count. */
export function planTotal(plan: Plan, rows: Iterable<PlanRow>): Figures {
  const inside = placesOf(periodsOf(plan))
  const counted = rowsOfSheet(plan, rows).fitting.flatMap((row) => row.cells.filter(({ id }) => inside.has(id)))
  return sumUp(counted)
}

/** All of a row's cells together, whatever the periods. */
export function sumUp(cells: Iterable<Figures>): Figures {
  let all = NO_FIGURES
  for (const { sum, quantity } of cells) all = { sum: added(all.sum, sum), quantity: added(all.quantity, quantity) }
  return all
}

function added(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}
