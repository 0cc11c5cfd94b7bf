import { money } from '../records/declarations/fields.ts'
import type { Plan, PlanRow } from './collections.ts'
import { planTotal } from './sheet/sheet.ts'

/** What lists of plans show besides the declared fields. */
export const PLAN_LIST_FIELDS = { total: money({ summed: true }) }

/** Who names what a plan refers to. */
interface PlanLook {
  name(collection: 'scenarios' | 'people', id: string | null): string | null
  rowsOfPlan(plan: string): Iterable<PlanRow>
}

/** A plan as lists show it. */
export function planItem(plan: Plan, look: PlanLook) {
  const { id, gone, date, posted, scenario, from, until, periodicity, first, second } = plan
  return {
    ...{ id, gone, date, posted, scenario, from, until, periodicity, first, second },
    number: plan.number ?? plan.draft,
    draft: plan.draft,
    quantities: plan.quantities,
    responsible: plan.responsible,
    note: plan.note,
    scenarioName: look.name('scenarios', scenario),
    responsibleName: look.name('people', plan.responsible),
    /** Minor units of the company's currency, of what stands in its periods. */
    total: planTotal(plan, look.rowsOfPlan(id)).sum,
  }
}

export type PlanItem = ReturnType<typeof planItem>
