import { orderId } from '../../importing/planning/ids.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { DAY_MS } from '../../time/days.ts'
import type { DemoCommand } from '../command.ts'
import { COMPANIES } from '../customers/clients.ts'
import type { DemoOrder } from '../demo-order.ts'
import { chanceOf } from './facts.ts'

/** Days in which an invoice is to be paid. */
const DUE = 5
/** Companies are sent an invoice for so many of their orders. */
const INVOICED = 0.8

/** The invoice of an order, by what alone never changes of it; null where there is none. */
export function invoiceOf(source: string, order: DemoOrder, id: string): string | null {
  const isSent = COMPANIES[order.customer] !== undefined && chanceOf(`${id} invoice`).isLikely(INVOICED)
  return isSent ? orderId(source, `invoice ${order.key}`, order.idTime) : null
}

/** The command that makes it, with the order's lines as they stand. */
export function invoiceCommand(invoice: string, id: string, order: DemoOrder, values: JsonObject): DemoCommand {
  const due = new Date(order.date + DUE * DAY_MS).toISOString().slice(0, 10)
  const { customer, organisation, responsible, lines } = values
  const copied = Object.fromEntries(
    Object.entries(lines as JsonObject).map(([line, one]) => [line, { ...(one as JsonObject), line }]),
  )
  const fields = { date: order.date, due, order: id, customer: customer ?? null, organisation: organisation ?? null }
  return {
    command: 'createRecord',
    args: {
      collection: 'invoices',
      id: invoice,
      values: { ...fields, responsible: responsible ?? null, lines: copied },
    },
    person: order.manager,
    at: order.date,
  }
}
