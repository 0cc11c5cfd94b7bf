import type { Order } from '../../orders/collections.ts'
import { byPlace } from '../../records/declarations/place.ts'
import type { Action, Rule, Run, RunState, Step } from '../collections.ts'
import { afterQuiet } from '../planning/due.ts'
import { isUndone } from '../planning/occasions.ts'
import { whyOf } from '../why.ts'
import { isWaiting } from './commands.ts'

/** What is to be done about a run: a step that is due; one that ends undone; nothing before a time, ms. Null: nothing. */
export type Next =
  | { readonly is: 'do'; readonly step: Step; readonly action: Action }
  | { readonly is: 'end'; readonly step: Step; readonly state: RunState; readonly why: string }
  | { readonly is: 'wait'; readonly until: number }
  | null

/** What a run acts on, as it stands now; null: it is not here. */
export interface Ground {
  readonly rule: Rule | null
  readonly order: Order | null
  readonly now: number
  readonly zone: string
}

/**
 * What comes next of a run: its waiting steps one after the other, by when they are due, then as they are listed. What became of
 * rule, order and move meanwhile ends them first. A step that has put its message among the outgoing ones waits for that alone.
 */
export function nextStep(run: Run, ground: Ground): Next {
  const waiting = run.steps.filter(isWaiting).toSorted((a, b) => dueOf(a) - dueOf(b) || byPlace(a, b))
  for (const step of waiting) {
    const end = endOf(run, step, ground)
    if (end && (step.made === null || end.state === 'cancelled')) return { is: 'end', step, ...end }
  }
  const open = waiting.filter(({ made }) => made === null)
  const times = open.map((step) => startOf(step, ground))
  const ready = open.find((_, i) => (times[i] ?? 0) <= ground.now)
  const action = ready && actionOf(ready, ground.rule)
  if (ready && action) return { is: 'do', step: ready, action }
  return open.length === 0 ? null : { is: 'wait', until: Math.min(...times) }
}

function dueOf({ due }: Pick<Step, 'due'>): number {
  return due ?? 0
}

/** When a step may be done: when it is due, and not in quiet hours as of then or of now. */
function startOf(step: Step, { rule, now, zone }: Ground): number {
  const action = actionOf(step, rule)
  const from = Math.max(dueOf(step), 0)
  return action && from <= now ? afterQuiet(action, now, zone) : from
}

function actionOf(step: Step, rule: Rule | null): Action | undefined {
  return rule?.actions.find(({ id }) => id === step.id)
}

function endOf(run: Run, step: Step, { rule, order }: Ground): { state: RunState; why: string } | null {
  if (order?.gone) return { state: 'cancelled', why: whyOf('orderRemoved') }
  if (order && run.move !== null && isUndone(order, run.move)) return { state: 'cancelled', why: whyOf('undone') }
  if (rule === null || rule.gone) return { state: 'skipped', why: whyOf('ruleRemoved') }
  if (!rule.on) return { state: 'skipped', why: whyOf('ruleOff') }
  const action = actionOf(step, rule)
  if (!action || action.off) return { state: 'skipped', why: whyOf('actionRemoved') }
  return action.does === step.does ? null : { state: 'skipped', why: whyOf('actionChanged') }
}
