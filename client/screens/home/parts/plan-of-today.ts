import type { Filter } from '../../../../shared/filters/filter.ts'
import type { PlanItem } from '../../../../shared/plans/plan-item.ts'
import { createCounted } from '../asking.ts'

/** The posted plan that covers today, the latest of several; undefined where there is none. `more`: what else it has to be. */
export function createPlanOfToday(today: () => string, more: Filter = []): () => PlanItem | undefined {
  const plans = createCounted(() => ({
    collection: 'plans',
    filter: [
      { field: 'from', is: 'atMost', values: [today()] },
      { field: 'until', is: 'atLeast', values: [today()] },
      { field: 'posted', is: 'equal', values: [true] },
      ...more,
    ],
    sort: [{ field: 'date', down: true }],
  }))
  return () => (plans()?.rows as readonly PlanItem[] | undefined)?.[0]
}
