import { people } from '../company/collections.ts'
import type { Problem } from '../filters/problems.ts'
import { messageTemplates } from '../messages/collections.ts'
import { kinds, reasons, states } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { statesOf } from '../orders/moves/moves.ts'
import type { Collection } from '../records/declarations/collection.ts'
import type { Action, Rule } from './collections.ts'
import { criteriaOf, criteriaProblems } from './criteria/criteria.ts'
import type { Look } from './look.ts'
import { actionsOf } from './planning/plan.ts'
import type { ProblemCode } from './problem-codes.ts'

/** Something that a rule lacks: of the whole, of an action by its id, or of a row of its criteria. */
export interface RuleProblem {
  readonly code: ProblemCode
  readonly action?: string
  readonly row?: Problem
}

/** What a rule lacks before it can do what it says; none: it can be switched on. */
export function ruleProblems(rule: Rule, look: Look): readonly RuleProblem[] {
  const whole = [...wholeProblems(rule, look)].map((code) => ({ code }))
  const actions = actionsOf(rule).flatMap((action) =>
    [...actionProblems(action, rule, look)].map((code) => ({ code, action: action.id })),
  )
  return [...whole, ...rowProblems(rule), ...actions]
}

function* wholeProblems(rule: Rule, look: Look): Generator<ProblemCode> {
  if (!rule.name?.trim()) yield 'noName'
  if (rule.start === null) yield 'noStart'
  if (rule.sort === null) yield 'noSort'
  if (rule.start === 'hasStood' && !rule.hours) yield 'noHours'
  if (rule.lateness === 'unlessOld' && !rule.lateHours) yield 'noLateHours'
  if (rule.kinds.some((id) => !stands(look, kinds, id))) yield 'kindGone'
  if (criteriaOf(rule) === null) yield 'criteriaUnread'
  if (actionsOf(rule).length === 0) yield 'noAction'
  if (rule.actions.some(({ off, does }) => !off && does === null)) yield 'noDeed'
}

function rowProblems(rule: Rule): RuleProblem[] {
  return criteriaProblems(criteriaOf(rule) ?? []).map((row) => ({ code: 'criteriaRow', row }))
}

function* actionProblems(action: Action, rule: Rule, look: Look): Generator<ProblemCode> {
  if ((action.quietFrom === null) !== (action.quietUntil === null)) yield 'quietHalf'
  switch (action.does) {
    case 'letter':
    case 'sms':
      yield* templateProblems(action, rule, look)
      yield* addresseeProblems(action, look)
      break
    case 'setState':
      yield* stateProblems(action, rule, look)
      break
    case 'setResponsible':
      yield* personProblems(action, look, true)
      break
    default:
      if (!action.subject?.trim() && !action.text?.trim()) yield 'noSubject'
      yield* personProblems(action, look, false)
  }
}

function* templateProblems({ does, template }: Action, { sort }: Rule, look: Look): Generator<ProblemCode> {
  if (template === null) return yield 'noTemplate'
  const found = look.find(messageTemplates, template)
  if (!found || found.gone) yield 'templateGone'
  else if (found.way !== does || found.sort !== sort) yield 'templateOfOther'
}

function* addresseeProblems(action: Action, look: Look): Generator<ProblemCode> {
  if (action.to === null) yield 'noAddressee'
  if (action.to === 'toPerson') yield* personProblems(action, look, true)
  if (action.to === 'toAddress' && !action.address?.trim()) yield 'noAddress'
}

function* personProblems({ person }: Action, look: Look, isNeeded: boolean): Generator<ProblemCode> {
  if (person !== null && !stands(look, people, person)) yield 'personGone'
  if (person === null && isNeeded) yield 'noPerson'
}

function* stateProblems({ state, completion, reason }: Action, rule: Rule, look: Look): Generator<ProblemCode> {
  if (state === null) return yield 'noState'
  if (state !== COMPLETED && !stands(look, states, state)) yield 'stateGone'
  else if (!isInKinds(state, rule, look)) yield 'stateNotInKind'
  if (state === COMPLETED && completion === null) yield 'noCompletion'
  if (state !== COMPLETED || completion !== 'cancelled') return
  if (reason === null) yield 'noReason'
  else if (!stands(look, reasons, reason)) yield 'reasonGone'
}

/** Whether a state stands in each kind that the rule is for; of a rule for all kinds, in one of its sort. */
function isInKinds(state: string, rule: Rule, look: Look): boolean {
  if (state === COMPLETED) return true
  const all = [...look.all(kinds)].filter(({ gone, sort }) => !gone && sort === rule.sort)
  const has = (kind: (typeof all)[number]) => statesOf(kind).includes(state)
  const named = all.filter(({ id }) => rule.kinds.includes(id))
  return rule.kinds.length === 0 ? all.some(has) : named.every(has)
}

function stands(look: Look, collection: Collection, id: string): boolean {
  const found = look.find(collection, id)
  return found !== null && !found.gone
}
