import { everyCustomField } from '../../custom/known.ts'
import { type Filter, type FilterRow, rowsOf } from '../../filters/filter.ts'
import { holds } from '../../filters/holds.ts'
import { type Problem, problemsOf } from '../../filters/problems.ts'
import { readFilter } from '../../filters/text.ts'
import { isOfDays } from '../../filters/values/conditions.ts'
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

/** Criteria that were made ready: what cannot be checked of them, or how they are tried. */
type Ready =
  | { readonly broken: string }
  | { readonly filter: Filter; readonly test: ReturnType<typeof holds> | null; readonly segments: readonly string[] }

const IN_SEGMENT = 'customer.inSegment'

/** By the rule as it was read, and by the fields that the company had added then: a thousand rules are asked of each move. */
const READY = new WeakMap<Pick<Rule, 'criteria'>, { readonly declared: unknown; readonly ready: Ready }>()

/** Tries a rule's criteria on an order; relative dates are told from the day of `at`, ms, in the company's zone. */
export function tryCriteria(rule: Pick<Rule, 'criteria'>, one: Case, at: number, look: Look): Verdict {
  const ready = readyOf(rule)
  if ('broken' in ready) return { is: 'broken', field: ready.broken }
  if (!ready.segments.every((id) => look.segments?.isSound(id))) return { is: 'broken', field: IN_SEGMENT }
  const test = ready.test ?? testAt(ready.filter, at, look)
  return { is: test(readerOf(one, look)) ? 'holds' : 'fails' }
}

function readyOf(rule: Pick<Rule, 'criteria'>): Ready {
  const declared = everyCustomField()
  const known = READY.get(rule)
  if (known?.declared === declared) return known.ready
  const ready = madeReady(rule)
  READY.set(rule, { declared, ready })
  return ready
}

function madeReady(rule: Pick<Rule, 'criteria'>): Ready {
  const filter = criteriaOf(rule)
  if (!filter) return { broken: '' }
  const [problem] = criteriaProblems(filter)
  if (problem) return { broken: problem.row.field }
  const isLasting = rowsOf(filter).every(isSaidForEver)
  const segments = segmentsIn(filter)
  return {
    filter,
    segments,
    test: isLasting ? holds(filter, criteriaField, { me: null, zone: 'UTC', today: '' }) : null,
  }
}

/** The segments that criteria of a rule name; where one of them cannot be checked, neither can they (SPEC RU5). */
export function segmentsIn(filter: Filter): readonly string[] {
  const rows = rowsOf(filter).filter(({ field, off }) => field === IN_SEGMENT && !off)
  return rows.flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
}

/** Whether a row says the same whatever the day, and however groups lie in one another. */
function isSaidForEver({ field: key }: FilterRow): boolean {
  const field = criteriaField(key)
  return field === undefined || !(isOfDays(field.type) || field.to === productGroups.name)
}

function testAt(filter: Filter, at: number, look: Look): ReturnType<typeof holds> {
  const zone = zoneOf(look)
  const wide = widened(filter, criteriaField, (to, id) =>
    to === productGroups.name ? withBelow([...look.all(productGroups)], id) : null,
  )
  return holds(wide, criteriaField, { me: null, zone, today: dayAt(at, zone) })
}
