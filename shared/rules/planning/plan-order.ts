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

/** What rules do about an order now. */
export interface OrderPlan {
  readonly runs: readonly PlannedRun[]
  /** What is to be asked again, of the rules whose time has not come: criteria are read once. Empty: nothing. */
  readonly awaits: ReadonlyMap<string, Told>
  /** When, ms. */
  readonly until: number
}

/** All runs that rules have for what was heard of an order, as of `now`, ms. */
export function planOrder(rules: readonly Rule[], order: Order, heard: Heard, now: number, look: Look): OrderPlan {
  const all = rules
    .filter(({ on, gone }) => on && !gone)
    .flatMap((rule) => occasionsOf(rule, order).map((occasion) => ({ rule, occasion })))
    .filter(({ rule, occasion }) => isFor(rule, order, occasion, heard))
  const [ready, later] = [all.filter((one) => isReady(one, now)), all.filter((one) => !isReady(one, now))]
  return {
    runs: ready.flatMap((one) => planRun({ ...one, order, heard: now }, look) ?? []),
    awaits: awaitedOf(later, heard),
    until: Math.min(...later.map(({ occasion }) => occasion.ready)),
  }
}

interface Due {
  readonly rule: Rule
  readonly occasion: Occasion
}

function isReady({ occasion }: Due, now: number): boolean {
  return occasion.ready <= now
}

function awaitedOf(later: readonly Due[], { of }: Heard): Map<string, Told> {
  const by = Map.groupBy(later, ({ occasion }) => occasion.by)
  return new Map(
    [...by].flatMap(([id, dues]) => {
      const told = of.get(id)
      return told ? [[id, { ...told, rules: dues.map(({ rule }) => rule.id) }] as const] : []
    }),
  )
}

function isFor({ id }: Rule, order: Order, { by, move }: Occasion, heard: Heard): boolean {
  const told = heard.of.get(by)
  const made = order.moves.find((one) => one.id === by)?.madeAt ?? move?.madeAt ?? order.madeAt
  if (told?.rules && !told.rules.includes(id)) return false
  return told !== undefined && isHeard(heard.onSince(id) ?? null, told, made, heard.restorations)
}
