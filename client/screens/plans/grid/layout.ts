import type { CellWrite } from '../../../../shared/plans/commands.ts'
import { PLAN_MEASURES, type PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import { isPath } from '../../../../shared/records/keys/key.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import type { Write } from '../../../ui/grid/selection/fill.ts'
import { type Place, type Range, sizeOf } from '../../../ui/grid/selection/selection.ts'

/** What is shown of a plan: sums, quantities, or both side by side. */
export type Shown = PlanMeasure | 'both'

export function measuresOf(shown: Shown): readonly PlanMeasure[] {
  return shown === 'both' ? PLAN_MEASURES : [shown]
}

/** Which period and measure a column is, where each period has a column for each measure. */
function columnAt(column: number, measures: readonly PlanMeasure[]) {
  return {
    period: Math.floor(column / measures.length),
    measure: measures[column % measures.length] ?? 'sum',
  }
}

/** What an answer says of a cell. */
export function valueAt(
  sheet: PlanSheet,
  row: number,
  column: number,
  measures: readonly PlanMeasure[],
): number | null {
  const { period, measure } = columnAt(column, measures)
  const value = sheet.cells[measure][row * sheet.periods.length + period] ?? Number.NaN
  return Number.isNaN(value) ? null : value
}

/** A cell as the command writes it; null where the plan has no such row or period any more. */
export function writeOf(
  { rows, periods }: PlanSheet,
  { row, column, value }: Write,
  measures: readonly PlanMeasure[],
): CellWrite | null {
  const { period, measure } = columnAt(column, measures)
  const [id, day] = [rows[row]?.id, periods[period]?.id]
  return id === undefined || day === undefined ? null : { row: id, period: day, [measure]: value }
}

/** How others are told which cell of a plan is typed in; `''` is none. */
export function pathOf(sheet: PlanSheet, { row, column }: Place, measures: readonly PlanMeasure[]): string {
  const { period, measure } = columnAt(column, measures)
  const path = `${shortened(sheet.rows[row]?.id ?? '')}/${sheet.periods[period]?.id}/${measure}`
  return isPath(path) ? path : ''
}

/** Where the cell of such a path stands here; null where it is not shown. */
export function placeOf(sheet: PlanSheet, path: string, measures: readonly PlanMeasure[]): Place | null {
  const [rowId, day, measure = ''] = path.split('/')
  const row = sheet.rows.findIndex(({ id }) => shortened(id) === rowId)
  return placed(sheet, row, { day, measure }, measures)
}

function placed(
  sheet: PlanSheet,
  row: number,
  { day, measure }: { readonly day: string | undefined; readonly measure: string },
  measures: readonly PlanMeasure[],
): Place | null {
  const period = sheet.periods.findIndex(({ id }) => id === day)
  const at = (measures as readonly string[]).indexOf(measure)
  return row === -1 || period === -1 || at === -1 ? null : { row, column: period * measures.length + at }
}

/** A cell as its row's record names it. */
interface CellPath {
  readonly row: string
  /** `cells/2015-02-01/sum` */
  readonly path: string
}

/** What a cell is called in the record of its row; null where the plan has no such row or period any more. */
export function cellPath(sheet: PlanSheet, place: Place, measures: readonly PlanMeasure[]): CellPath | null {
  const { period, measure } = columnAt(place.column, measures)
  const [row, day] = [sheet.rows[place.row]?.id, sheet.periods[period]?.id]
  return row === undefined || day === undefined ? null : { row, path: `cells/${day}/${measure}` }
}

/** Where a cell of a row's record stands here; null where it is not shown. */
export function placeOfCell(
  sheet: PlanSheet,
  { row: id, path }: CellPath,
  measures: readonly PlanMeasure[],
): Place | null {
  const [, day, measure = ''] = path.split('/')
  const row = sheet.rows.findIndex((one) => one.id === id)
  return placed(sheet, row, { day, measure }, measures)
}

/** Cells that are chosen, by the ids of their rows and periods. */
export interface Chosen {
  readonly rows: readonly string[]
  readonly periods: readonly string[]
  /** Null: both stand among them. */
  readonly measure: PlanMeasure | null
}

/** What a range of cells is of the plan; null of one cell alone, with which nothing is meant. */
export function chosenIn(sheet: PlanSheet, range: Range, measures: readonly PlanMeasure[]): Chosen | null {
  const { rows, columns } = sizeOf(range)
  if (rows * columns < 2) return null
  const [from, to] = [columnAt(range.left, measures), columnAt(range.right, measures)]
  return {
    rows: sheet.rows.slice(range.top, range.bottom + 1).map(({ id }) => id),
    periods: sheet.periods.slice(from.period, to.period + 1).map(({ id }) => id),
    measure: columns === 1 || measures.length === 1 ? from.measure : null,
  }
}

/** A segment of a path has no room for a row's whole id; rows of a plan differ in the end of theirs, which is a hash. */
function shortened(id: string): string {
  return id.slice(-40)
}
