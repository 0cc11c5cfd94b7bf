import { products } from '../goods/collections.ts'
import type { Find } from '../messages/parameters/around.ts'
import { type Order, states } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { standingOf } from '../orders/moves/moves.ts'
import { orderSums } from '../orders/totals.ts'
import type { SiteOrderState } from './catalogue.ts'

/** What the page of an order from the site shows of it now (SPEC WB11); null: it did not come from there, or is removed. */
export function siteStateOf(order: Order, find: Find, completed: string): SiteOrderState | null {
  const { visitor, number, draft, changedAt } = order
  if (visitor === null || visitor === '' || order.gone) return null
  const { state, move } = standingOf(order)
  const { total, vat } = orderSums(order)
  const row = state === null || state === COMPLETED ? null : find(states, state)
  return {
    token: visitor,
    number: number ?? draft ?? '',
    state: state === COMPLETED ? completed : (row?.name ?? ''),
    hue: row?.hue ?? null,
    total,
    vat: order.vatMode === 'onTop' ? vat : 0,
    lines: order.lines.map(({ product, text, quantity, price }) => ({
      name: (product === null ? null : find(products, product)?.name) ?? text ?? '',
      quantity: quantity ?? 0,
      price: price ?? 0,
    })),
    isDone: state === COMPLETED && move?.completion === 'success',
    isCancelled: state === COMPLETED && move?.completion === 'cancelled',
    changed: changedAt,
  }
}
