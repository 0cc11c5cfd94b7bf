import type { CellValues } from '../commands.ts'
import type { Period } from '../periods.ts'
import type { RowKeys } from '../rows.ts'
import { type Cells, type PlanMeasure, placesOf } from '../sheet/sheet.ts'
import { type Rule, taken } from './rule.ts'

/** The plan that is filled, as it stands. */
export interface Target {
  readonly rows: readonly RowKeys[]
  readonly periods: readonly Period[]
  readonly cells: Cells
}

/** What a row is filled from, figures by the plan's periods; null: nothing. */
export interface FilledFrom extends RowKeys {
  readonly sum: readonly (number | null)[]
  readonly quantity: readonly (number | null)[]
}

export interface FillRule extends Rule {
  /** What is planned already stays. */
  readonly onlyEmpty: boolean
  /** Quantities are filled, too. */
  readonly quantities: boolean
}

/** What filling would change of a row. */
export interface FilledRow extends RowKeys {
  /** The plan has no such row yet. */
  readonly isNew: boolean
  readonly cells: readonly CellValues[]
  /** The sum of the row before and after. */
  readonly before: number
  readonly after: number
}

/** What filling a plan would change, row by row; rows of which nothing would are not among them (SPEC PN11). */
export function filling(target: Target, source: readonly FilledFrom[], rule: FillRule): FilledRow[] {
  const places = new Map(target.rows.map((row, at) => [keyOf(row), at]))
  const periods = placesOf(target.periods)
  return source.flatMap((row) => {
    const at = places.get(keyOf(row)) ?? null
    const cells = target.periods.flatMap((period, place) => cellOf(target, at, place, { row, period, rule }))
    if (cells.length === 0) return []
    const before = at === null ? 0 : rowSum(target, at)
    const stood = (period: string) => figureAt(target, 'sum', at, periods.get(period) ?? -1) ?? 0
    const changed = cells.reduce((all, { sum, period }) => all + (sum == null ? 0 : sum - stood(period)), 0)
    return [{ first: row.first, second: row.second, isNew: at === null, cells, before, after: before + changed }]
  })
}

interface Filled {
  readonly row: FilledFrom
  readonly period: Period
  readonly rule: FillRule
}

function cellOf(target: Target, at: number | null, place: number, { row, period, rule }: Filled): CellValues[] {
  const next = (measure: PlanMeasure, by: Rule) => {
    const figure = row[measure][place] ?? null
    if (figure === null) return undefined
    const present = figureAt(target, measure, at, place)
    const value = taken(figure, by)
    // Nothing sold is no plan of nothing, where none was made.
    const isSame = present === value || (present === null && value === 0)
    return (rule.onlyEmpty && present !== null) || isSame ? undefined : value
  }
  const sum = next('sum', rule)
  // Quantities are not rounded to roubles.
  const quantity = rule.quantities ? next('quantity', { percent: rule.percent, step: 1 }) : undefined
  if (sum === undefined && quantity === undefined) return []
  return [{ period: period.id, ...(sum !== undefined && { sum }), ...(quantity !== undefined && { quantity }) }]
}

/** What stands in a cell; null: nothing. */
export function figureAt({ cells, periods }: Target, measure: PlanMeasure, row: number | null, period: number) {
  const figure = row === null ? Number.NaN : (cells[measure][row * periods.length + period] ?? Number.NaN)
  return Number.isNaN(figure) ? null : figure
}

function rowSum(target: Target, row: number): number {
  return target.periods.reduce((all, _, place) => all + (figureAt(target, 'sum', row, place) ?? 0), 0)
}

export function keyOf({ first, second }: RowKeys): string {
  return JSON.stringify([first, second])
}
