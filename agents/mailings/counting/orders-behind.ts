import { COMPANY, company, currencies } from '../../../shared/company/collections.ts'
import { exchangeOf } from '../../../shared/company/rates.ts'
import { customerMeant } from '../../../shared/customers/merging/meant.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { type Mailing, mailingRecipients, mailings } from '../../../shared/mailings/collections.ts'
import { isBehind, ORDERS_WITHIN, toldAt } from '../../../shared/mailings/orders-behind.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { orderTotal } from '../../../shared/orders/totals.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents'>

/** Whether orders may still follow a mailing, and have to be counted. */
export function mayBeFollowed({ gone, begun, finished }: Mailing, now: number): boolean {
  return !gone && begun !== null && now <= (finished ?? now) + (ORDERS_WITHIN + 1) * DAY_MS
}

/** Counts the orders that readers of a mailing made behind it, and writes what they come to on its header (SPEC BM19). */
export async function countOrders({ replica, documents }: Ground, mailing: Mailing, now: number): Promise<void> {
  const of = replica.pass.company
  const readers = documentOf(of, mailingRecipients.family, mailing.id)
  const quarters = quartersSince(mailing.begun ?? now, now).map((one) => `${of}/${orders.family}/${COMMON}/${one}`)
  await documents.hold([readers, ...quarters], () => {
    const find = findIn(replica)
    const meant = (id: string | null) => customerMeant(find, id)?.id ?? null
    const told = toldAt(replica.rowsIn(readers, mailingRecipients), meant)
    const exchange = exchangeOf(find(company, COMPANY), replica.rows(currencies))
    let [count, total] = [0, 0]
    for (const order of told.size === 0 ? [] : quarters.flatMap((name) => [...replica.rowsIn(name, orders)])) {
      if (order.gone || !isBehind(told.get(meant(order.customer) ?? ''), order.date)) continue
      count++
      total += exchange.toCompany(orderTotal(order), order.currency, order.date ?? order.madeAt) ?? 0
    }
    replica.write((tx) => tx.set(mailings, mailing.id, { orders: count, ordersTotal: total }))
  })
}

/** The quarters from one moment to another, both with theirs. */
function quartersSince(from: number, until: number): readonly string[] {
  const quarters = new Set<string>()
  for (let at = from; at < until; at += DAY_MS) quarters.add(quarterOf(at))
  return [...quarters.add(quarterOf(until))]
}
