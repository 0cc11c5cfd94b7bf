import type { Plan } from './collections.ts'

/**
 * Posted plans of one scenario and the same analytics whose spans touch that of a posted plan (SPEC PN9): what both plan is
 * planned twice. None of one that is not posted.
 */
export function overlapping(plan: Plan, plans: Iterable<Plan>): Plan[] {
  if (!counts(plan)) return []
  return [...plans].filter(
    (other) => other.id !== plan.id && counts(other) && isAlike(plan, other) && touch(plan, other),
  )
}

function counts({ posted, gone }: Plan): boolean {
  return posted && !gone
}

function isAlike(a: Plan, b: Plan): boolean {
  return a.scenario === b.scenario && a.first === b.first && a.second === b.second
}

function touch(a: Plan, b: Plan): boolean {
  if (a.from === null || a.until === null || b.from === null || b.until === null) return false
  return a.from <= b.until && b.from <= a.until
}
