import type { FilledFrom } from '../../../../shared/plans/filling/fill.ts'
import { movingOnto, type SourceDays } from '../../../../shared/plans/filling/source.ts'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanAnswer } from '../../../data/queries/plans/query.ts'

/** What another plan has planned on the days given for each period of the one that is filled. */
export function plannedBy(plan: PlanAnswer, days: readonly (SourceDays | null)[]): readonly FilledFrom[] {
  const { periods, rows, cells } = plan
  const moved = movingOnto(days, periods)
  return rows.map(({ first, second }, at) => {
    const by = (measure: PlanMeasure) => {
      const figures = cells[measure].subarray(at * periods.length, (at + 1) * periods.length)
      return moved(Array.from(figures, (one) => (Number.isNaN(one) ? null : one)))
    }
    return { first, second, sum: by('sum'), quantity: by('quantity') }
  })
}
