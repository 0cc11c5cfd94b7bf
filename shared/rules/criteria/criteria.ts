import type { Filter } from '../../filters/filter.ts'
import { holds } from '../../filters/holds.ts'
import { type Problem, problemsOf } from '../../filters/problems.ts'
import { readFilter } from '../../filters/text.ts'
import { widened } from '../../filters/widen.ts'
import { productGroups } from '../../goods/collections.ts'
import { withBelow } from '../../goods/groups/tree.ts'
import { dayAt } from '../../time/days.ts'
import type { Rule } from '../collections.ts'
import { type Look, zoneOf } from '../look.ts'
import { criteriaField } from './fields.ts'
import { type Case, readerOf } from './reading.ts'

/** What a rule's criteria say of an order; `broken`: they cannot be checked, by the field of the first row that cannot. */
export type Verdict = { readonly is: 'holds' | 'fails' } | { readonly is: 'broken'; readonly field: string }

/** The criteria of a rule; null where what is kept reads as no filter. */
export function criteriaOf({ criteria }: Pick<Rule, 'criteria'>): Filter | null {
  return criteria === null || criteria === '' ? [] : readFilter(criteria)
}

/** The rows of criteria that are on and cannot be checked (filters/SPEC L9). */
export function criteriaProblems(filter: Filter): Problem[] {
  return problemsOf(filter, criteriaField)
}

/** Tries a rule's criteria on an order; relative dates are told from the day of `at`, ms, in the company's zone. */
export function tryCriteria(rule: Pick<Rule, 'criteria'>, one: Case, at: number, look: Look): Verdict {
  const filter = criteriaOf(rule)
  if (!filter) return { is: 'broken', field: '' }
  const [problem] = criteriaProblems(filter)
  if (problem) return { is: 'broken', field: problem.row.field }
  const zone = zoneOf(look)
  const wide = widened(filter, criteriaField, (to, id) =>
    to === productGroups.name ? withBelow([...look.all(productGroups)], id) : null,
  )
  const test = holds(wide, criteriaField, { me: null, zone, today: dayAt(at, zone) })
  return { is: test(readerOf(one, look)) ? 'holds' : 'fails' }
}
