import type { Order } from '../../../../../shared/orders/collections.ts'
import { parseId } from '../../../../../shared/records/keys/id.ts'
import { type Rule, rules } from '../../../../../shared/rules/collections.ts'
import { dryRun, type WouldRun } from '../../../../../shared/rules/dry-run.ts'
import type { Look } from '../../../../../shared/rules/look.ts'
import type { Directory } from '../../directory.ts'
import { orderOf } from '../runs.ts'
import { actionOf } from './action.ts'
import type { TrialAnswer, TrialQuery, TrialRow } from './query.ts'

/** So many orders are looked at between two answers. */
const PART = 20

/** What a rule would have done over the latest orders, part by part. */
export function* trial(directory: Directory, { rule: id, last }: TrialQuery): Generator<TrialAnswer, void> {
  const rule = directory.typed(rules, id)
  const orders = rule ? latestOrders(directory, rule, last) : []
  const look: Look = {
    find: (collection, one) => directory.typed(collection, one),
    all: (of) => directory.all(of),
    segments: directory.segments,
  }
  const rows: TrialRow[] = []
  let done = 0
  const answer = (): TrialAnswer => ({ what: 'trial', rows: [...rows], done, total: orders.length })
  for (const found of rule ? dryRun([rule], orders, directory.now, look) : []) {
    rows.push(...found.map((one) => rowOf(directory, one, look)))
    done++
    if (done % PART === 0 && done < orders.length) yield answer()
  }
  yield answer()
}

/** The latest orders of a rule's sort: an id tells when its order was made. */
function latestOrders(directory: Directory, rule: Rule, count: number): readonly Order[] {
  const timed = [...directory.rows('orders').keys()].map((id) => ({ id, time: parseId(id)?.time ?? 0 }))
  timed.sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))
  const found: Order[] = []
  for (const { id } of timed) {
    if (found.length === count) break
    const order = directory.order(id)
    if (order && !order.gone && order.posted && order.sort === rule.sort) found.push(told(order))
  }
  return found
}

/** The moves of orders that were taken in from elsewhere start no rule; what it would do about such, is asked here. */
function told(order: Order): Order {
  return { ...order, moves: order.moves.map((move) => ({ ...move, quiet: false })) }
}

function rowOf(directory: Directory, would: WouldRun, look: Look): TrialRow {
  const { order, occasion, why } = would
  return {
    id: `${order.id}/${occasion.by}`,
    order: orderOf(directory, order),
    at: occasion.at,
    why,
    actions: why === null ? would.actions.map((one) => actionOf(one, would, look)) : [],
  }
}
