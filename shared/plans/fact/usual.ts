import type { Plan } from '../collections.ts'

/**
 * The plan that is held against facts where none is named (SPEC PF10): the posted one that covers today, else the one that
 * begins last; of several the one that was made last, then the one of the lower number.
 */
export function usualPlan(plans: Iterable<Plan>, today: string): Plan | null {
  const posted = [...plans].filter(({ posted, gone }) => posted && !gone)
  const covering = posted.filter(
    ({ from, until }) => from !== null && until !== null && from <= today && today <= until,
  )
  const byDate = (a: Plan, b: Plan) => (b.date ?? 0) - (a.date ?? 0) || compare(numberOf(a), numberOf(b))
  const byBegin = (a: Plan, b: Plan) => compare(b.from ?? '', a.from ?? '') || byDate(a, b)
  return covering.toSorted(byDate)[0] ?? posted.toSorted(byBegin)[0] ?? null
}

function numberOf({ number, draft }: Plan): string {
  return number ?? draft ?? ''
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
