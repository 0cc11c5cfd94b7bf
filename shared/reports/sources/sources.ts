import type { ReportSource } from '../ask.ts'
import { DEBTS } from './debts.ts'
import { EVENTS } from './events.ts'
import { LOSSES } from './losses.ts'
import { ORDERS } from './orders.ts'
import { SALES } from './sales.ts'
import type { Source } from './source.ts'

/** Every source of facts (SPEC RP2): a new one is a file of its own, and a line here. */
export const SOURCES: { readonly [S in ReportSource]: Source } = {
  sales: SALES as Source,
  orders: ORDERS as Source,
  debts: DEBTS as Source,
  losses: LOSSES as Source,
  events: EVENTS as Source,
}
