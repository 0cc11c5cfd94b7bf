import type { ReportSource } from '../ask.ts'
import { DEBTS } from './debts/debts.ts'
import { EVENTS } from './events/events.ts'
import { LOSSES } from './orders/losses.ts'
import { ORDERS } from './orders/orders.ts'
import { SALES } from './sales/sales.ts'
import type { Source } from './source.ts'

/** Every source of facts (SPEC RP2): a new one is a file of its own, and a line here. */
export const SOURCES: { readonly [S in ReportSource]: Source } = {
  sales: SALES as Source,
  orders: ORDERS as Source,
  debts: DEBTS as Source,
  losses: LOSSES as Source,
  events: EVENTS as Source,
}
