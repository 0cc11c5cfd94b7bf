import { derivedId, parseId } from '../records/keys/id.ts'

/** What a rule was started by: a move of an order, or the order itself. */
export interface Started {
  readonly rule: string
  readonly order: string
  /** The id of the move; of an order that is created, `CREATED`. */
  readonly by: string
}

/** Stands for the move where an order's first quiet moment starts a rule. */
export const CREATED = 'created'

/**
 * The id of the run of a rule: whoever plans it, and whenever, it is one run. It lies in the quarter of its order, and so
 * does all that it makes: messages in the run's own document.
 */
export function runId({ rule, order, by }: Started): string {
  return derived(order, `rules/${rule}`, `${order}/${by}`)
}

/** Under which the ledger knows what a step of a run does, once for each time that it was asked for. */
export function effectKey({ rule, order, by }: Started, action: string, asked: number): string {
  return [rule, order, by, action, asked].join('/')
}

/** The id of the record that a step of a run makes: a repeat hits the same one. */
export function madeId(order: string, run: string, action: string, asked: number): string {
  return derived(order, `runs/${run}`, `${action}/${asked}`)
}

/** Derived of the circle and time of the order's id. Throws RangeError where that has none. */
function derived(order: string, source: string, key: string): string {
  const parts = parseId(order)
  if (!parts) throw new RangeError(`The order ${order} names no document`)
  return derivedId(parts.circle, parts.time, source, key)
}
