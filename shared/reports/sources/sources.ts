import type { ReportSource } from '../ask.ts'
import { CALLS } from './calls/calls.ts'
import { DEBTS } from './debts/debts.ts'
import { EVENTS } from './events/events.ts'
import type { OrderSource } from './of-orders.ts'
import { LOSSES } from './orders/losses.ts'
import { ORDERS } from './orders/orders.ts'
import { SALES } from './sales/sales.ts'
import type { Source } from './source.ts'

/** Those whose facts are of orders. */
export const OF_ORDERS = { sales: SALES, orders: ORDERS, debts: DEBTS, losses: LOSSES } as const satisfies {
  readonly [S in ReportSource]?: OrderSource
}

/** Every source of facts (SPEC RP2): a new one is a file of its own, and a line here. */
export const SOURCES: { readonly [S in ReportSource]: Source } = {
  ...OF_ORDERS,
  events: EVENTS as Source,
  calls: CALLS as Source,
}
