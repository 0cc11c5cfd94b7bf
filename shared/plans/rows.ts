import { generateNKeysBetween } from 'fractional-indexing'
import { derivedId, parseId } from '../records/keys/id.ts'
import type { Plan, PlanRow } from './collections.ts'

/** What a row is about, by the plan's analytics: ids, a category's text; null: without. */
export type RowKeys = Pick<PlanRow, 'first' | 'second'>

/** The plan that rows are added to, with its analytics of now. */
export type PlanOfRows = Pick<Plan, 'id' | 'first' | 'second'>

/**
 * The id of a plan's row: whoever adds it, it is one row, in the document of its plan (SPEC PN3). It follows from the plan's
 * analytics, too. Throws RangeError where the plan's id names no document.
 */
export function planRowId(plan: PlanOfRows, first: string | null, second: string | null): string {
  const parts = parseId(plan.id)
  if (!parts) throw new RangeError(`The plan ${plan.id} names no document`)
  const key = JSON.stringify([plan.first, first, plan.second, plan.second === null ? null : second])
  return derivedId(parts.circle, parts.time, `plans/${plan.id}`, key)
}

/** Whether a row is about what its plan is planned by now; another one waits for its analytics (SPEC PN6). */
export function fitsAnalytics(plan: Pick<Plan, 'first' | 'second'>, row: Pick<PlanRow, 'firstBy' | 'secondBy'>) {
  return row.firstBy === plan.first && row.secondBy === plan.second
}

/** Rows to be added, each with its place behind `last`, the place of the last row that stands there. */
export function placedBehind<T extends object>(
  last: string | null,
  rows: readonly T[],
): (T & { readonly place: string })[] {
  const places = generateNKeysBetween(last, null, rows.length)
  return rows.map((row, i) => ({ ...row, place: places[i] ?? '' }))
}
