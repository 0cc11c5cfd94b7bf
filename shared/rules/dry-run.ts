import type { Order } from '../orders/collections.ts'
import type { Action, Rule } from './collections.ts'
import type { Look } from './look.ts'
import { zoneOf } from './look.ts'
import { type Addressed, addresseeOf } from './planning/addressee.ts'
import { dueOf } from './planning/due.ts'
import { type Occasion, occasionsOf } from './planning/occasions.ts'
import { actionsOf, planRun } from './planning/plan.ts'

/** What a rule would have done for one move of an order. */
export interface WouldRun {
  readonly rule: Rule
  readonly order: Order
  readonly occasion: Occasion
  /** Why it would have been passed over or have waited, in the form of why.ts; null: it would have run. */
  readonly why: string | null
  readonly actions: readonly WouldDo[]
}

export interface WouldDo {
  readonly action: Action
  readonly due: number
  /** Of a message, whom it would have gone to. */
  readonly addressed: Addressed | null
}

/**
 * What rules would have done over all moves of these orders, had they been on and heard of each at once: order by order, so that
 * whoever asks may do something else between. `now`: ms, for what time brings.
 */
export function* dryRun(
  rules: readonly Rule[],
  orders: Iterable<Order>,
  now: number,
  look: Look,
): Generator<readonly WouldRun[]> {
  for (const order of orders) yield rules.flatMap((rule) => wouldRun({ ...rule, lateness: 'always' }, order, now, look))
}

function wouldRun(rule: Rule, order: Order, now: number, look: Look): WouldRun[] {
  return occasionsOf(rule, order).flatMap((occasion) => {
    const run = occasion.ready > now ? null : planRun({ rule, order, occasion, heard: now }, look)
    if (!run) return []
    const actions = actionsOf(rule).map((action) => wouldDo(action, order, occasion, look))
    return [{ rule, order, occasion, why: run.values.why ?? null, actions }]
  })
}

function wouldDo(action: Action, order: Order, { at }: Occasion, look: Look): WouldDo {
  const isMessage = action.does === 'letter' || action.does === 'sms'
  const addressed = isMessage ? addresseeOf(action, order, look) : null
  return { action, due: dueOf(action, at, zoneOf(look)), addressed }
}
