import type { Order } from '../../orders/collections.ts'
import type { Rule } from '../collections.ts'
import type { Look } from '../look.ts'
import { isHeard, type Restoration, type Told } from './heard.ts'
import { type Occasion, occasionsOf } from './occasions.ts'
import { type PlannedRun, planRun } from './plan.ts'

/** What the journal has told. */
export interface Heard {
  /** Of an order by moves and its making (`CREATED`); undefined: nothing that is to be asked for now. */
  readonly of: ReadonlyMap<string, Told>
  /** Behind which number of the journal a rule was switched on; undefined: nobody knows. */
  onSince(rule: string): number | undefined
  readonly restorations: readonly Restoration[]
}

/** What rules do about an order, and when there may be more of it, ms; null: not by time alone. */
export interface OrderPlan {
  readonly runs: readonly PlannedRun[]
  readonly until: number | null
}

/** All runs that rules have for what was heard of an order, as of `now`, ms. */
export function planOrder(rules: readonly Rule[], order: Order, heard: Heard, now: number, look: Look): OrderPlan {
  const runs: PlannedRun[] = []
  let until: number | null = null
  for (const rule of rules.filter((one) => one.on && !one.gone)) {
    for (const occasion of occasionsOf(rule, order).filter((one) => isFor(rule, order, one, heard))) {
      if (occasion.ready > now) until = Math.min(until ?? occasion.ready, occasion.ready)
      const run = occasion.ready > now ? null : planRun({ rule, order, occasion, heard: now }, look)
      if (run) runs.push(run)
    }
  }
  return { runs, until }
}

function isFor({ id }: Rule, order: Order, { by, move }: Occasion, heard: Heard): boolean {
  const told = heard.of.get(by)
  const made = order.moves.find((one) => one.id === by)?.madeAt ?? move?.madeAt ?? order.madeAt
  return told !== undefined && isHeard(heard.onSince(id) ?? null, told, made, heard.restorations)
}
