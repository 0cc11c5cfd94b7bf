import { Failure } from '../errors.ts'
import type { Patch } from '../records/declarations/collection.ts'
import { date } from '../records/declarations/fields.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type PlanRow, planRows, plans } from './collections.ts'
import { MOST_PERIODS, type Period, periodsOf, type Span } from './periods.ts'
import { planRowId, type RowKeys } from './rows.ts'
import { PLAN_MEASURES } from './sheet/sheet.ts'
import { spreadByDays } from './spread.ts'

export type PlanFields = Patch<(typeof plans)['fields']>

/** What one cell is to hold; a measure that is not named stays as it is, null empties it. */
export interface CellValues {
  /** The first day of the period. */
  readonly period: string
  /** Minor units. */
  readonly sum?: number | null
  /** Thousandths. */
  readonly quantity?: number | null
}

/** A cell of a row that is there. */
export interface CellWrite extends CellValues {
  readonly row: string
}

/** A row to be added, and what stands in it. */
export interface NewPlanRow extends RowKeys {
  readonly place: string
  readonly cells?: readonly CellValues[]
}

/** A sum of a cell, of minor units, or a quantity is no further from nothing than this: a plan's totals stay exact. */
export const MOST_IN_CELL = 1e11

/** «План продаж»: the server gives it its number, until then its draft number stands. Failures of `checkPlan`. */
export function createPlan(
  tx: Transaction,
  { id, fields }: { readonly id: string; readonly fields: PlanFields },
): void {
  checkPlan(fields)
  tx.create(plans, id, { date: tx.now(), ...fields })
}

/** A plan is cut otherwise, or planned by something else. */
interface PlanChange {
  readonly id: string
  readonly fields: PlanFields
  /** Of these rows the sums are moved onto the new periods by days (SPEC PN8). */
  readonly spread?: readonly string[]
}

/** Writes fields of a plan. What no longer fits stays where it is (SPEC PN5, PN6). Failures of `checkPlan`. */
export function changePlan(tx: Transaction, { id, fields, spread = [] }: PlanChange): void {
  const before = periodsOf(tx.get(plans, id))
  checkPlan({ ...tx.get(plans, id), ...fields })
  tx.set(plans, id, fields)
  const after = periodsOf(tx.get(plans, id))
  for (const row of spread) spreadRow(tx, row, before, after)
}

function spreadRow(tx: Transaction, id: string, before: readonly Period[], after: readonly Period[]): void {
  const row = tx.get(planRows, id)
  for (const measure of ['sum', 'quantity'] as const) {
    const values = new Map(row.cells.map((cell) => [cell.id, cell[measure]]))
    const moved = spreadByDays(values, before, after)
    writeCells(
      tx,
      id,
      Array.from(moved, ([period, value]) => ({ period, [measure]: value })),
    )
  }
}

/**
 * Adds rows to a plan, with what is planned in them: one that is there gets the cells, one that was removed comes back. Failures
 * of `setPlanCells`.
 */
export function addPlanRows(
  tx: Transaction,
  { id, rows }: { readonly id: string; readonly rows: readonly NewPlanRow[] },
): void {
  const plan = tx.get(plans, id)
  for (const { first, second, place, cells = [] } of rows) {
    const row = planRowId(plan, first, second)
    const keys = { first, second: plan.second === null ? null : second, firstBy: plan.first, secondBy: plan.second }
    tx.create(planRows, row, { plan: id, ...keys, place })
    if (tx.get(planRows, row).gone) tx.restore(planRows, row)
    writeCells(tx, row, cells)
  }
}

/** Takes rows out of a plan; what is planned in them comes back with them. */
export function removePlanRows(
  tx: Transaction,
  { rows }: { readonly id: string; readonly rows: readonly string[] },
): void {
  for (const row of rows) tx.remove(planRows, row)
}

/** Writes cells of a plan, each measure by itself (SPEC PN4). Failures `sum-too-large`, `field-value`, `record-missing`. */
export function setPlanCells(
  tx: Transaction,
  { cells }: { readonly id: string; readonly cells: readonly CellWrite[] },
): void {
  for (const [row, some] of Map.groupBy(cells, (cell) => cell.row)) writeCells(tx, row, some)
}

/** Of two values for one cell the later counts. */
function writeCells(tx: Transaction, row: PlanRow['id'], cells: readonly CellValues[]): void {
  const values = new Map<string, number | null>()
  for (const { period, ...measures } of cells) {
    if (!DAY.accepts(period)) throw new Failure('field-value', { field: 'period' })
    for (const measure of PLAN_MEASURES) {
      const value = measures[measure]
      if (value === undefined) continue
      if (value !== null && Math.abs(value) > MOST_IN_CELL) throw new Failure('sum-too-large')
      values.set(`cells/${period}/${measure}`, value)
    }
  }
  tx.writeAll(planRows, row, values)
}

const DAY = date()

/** Failures `plan-dates`: a day is missing, or they stand the wrong way round; `plan-too-fine`; `plan-analytics-same`. */
export function checkPlan(plan: { readonly [name in keyof PlanFields]?: unknown }): void {
  const { from, until, first, second } = plan
  const periods = periodsOf(spanOf(plan))
  if (from !== undefined && until !== undefined && periods.length === 0) throw new Failure('plan-dates')
  if (periods.length > MOST_PERIODS) throw new Failure('plan-too-fine', { most: MOST_PERIODS })
  if (first && first === second) throw new Failure('plan-analytics-same')
}

function spanOf({ from, until, periodicity }: { readonly [name in keyof PlanFields]?: unknown }): Span {
  return { from, until, periodicity: periodicity ?? null } as Span
}
