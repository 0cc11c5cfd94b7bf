import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { MOST_PLANS } from '../../../../shared/plans/fact/scale.ts'
import { PLAN_MEASURES, type PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'

export const MODES = ['period', 'cumulative'] as const
export type Mode = (typeof MODES)[number]

/** How many months of orders may say what becomes of open ones. */
export const EXPERIENCES = [3, 6, 12, 24] as const

const USUAL_MONTHS = 12

/** How plan and fact are looked at, as the address keeps it. */
export interface View {
  readonly plans: readonly string[]
  readonly measure: PlanMeasure
  readonly mode: Mode
  readonly months: number
}

export interface ViewApi {
  readonly view: Accessor<View>
  readonly change: (part: Partial<View>) => void
}

/** The view that the address names; where it names no plans, those that are usual. */
export function createView(usual: Accessor<readonly string[]>): ViewApi {
  const [params, setParams] = useSearchParams<{ plans: string; measure: string; mode: string; months: string }>()
  const view = (): View => ({
    plans: params.plans === undefined ? usual() : params.plans.split(',').filter(Boolean).slice(0, MOST_PLANS),
    measure: PLAN_MEASURES.find((one) => one === params.measure) ?? 'sum',
    mode: MODES.find((one) => one === params.mode) ?? 'period',
    months: EXPERIENCES.find((one) => String(one) === params.months) ?? USUAL_MONTHS,
  })
  const change = (part: Partial<View>) => {
    const { plans, measure, mode, months } = { ...view(), ...part }
    const told = {
      plans: params.plans === undefined && part.plans === undefined ? null : plans.join(',') || null,
      measure: measure === 'sum' ? null : measure,
      mode: mode === 'period' ? null : mode,
      months: months === USUAL_MONTHS ? null : String(months),
    }
    setParams(told, { replace: true, scroll: false })
  }
  return { view, change }
}
