import { COLLECTION_OF } from '../../../../../shared/plans/analytics.ts'
import type { Analytic } from '../../../../../shared/plans/collections.ts'
import { plans } from '../../../../../shared/plans/collections.ts'
import { MOST_PLANS, type PlanWithRows, plannedOn, type Scale } from '../../../../../shared/plans/fact/scale.ts'
import type { Directory } from '../../directory.ts'
import type { FactRow, HeldPlan } from './query.ts'

/** The plans of these ids that are here, with their rows. */
export function plansWithRows(directory: Directory, ids: readonly string[]): PlanWithRows[] {
  return ids.slice(0, MOST_PLANS).flatMap((id) => {
    const plan = directory.typed(plans, id)
    return plan ? [{ plan, rows: directory.rowsOfPlan(id) }] : []
  })
}

/** A plan on the scale, as it is told. */
export function heldPlan(directory: Directory, scale: Scale, one: PlanWithRows): HeldPlan {
  const { id, from, until, date, periodicity, quantities, number, draft, scenario } = one.plan
  const told = { id, from, until, date, periodicity, quantities, number: number ?? draft }
  return { ...told, scenario: directory.name('scenarios', scenario), ...plannedOn(scale, one) }
}

export function factRows(directory: Directory, { first, second, rows }: Scale): FactRow[] {
  return rows.map((row) => ({
    ...row,
    names: [nameOf(directory, first, row.first), nameOf(directory, second, row.second)],
  }))
}

function nameOf(directory: Directory, by: Analytic | null, key: string | null): string | null {
  if (by === null || key === null) return null
  const collection = COLLECTION_OF[by]
  return collection === null ? key : directory.name(collection, key)
}
