import { DAY_MS } from '../time/days.ts'
import type { MailingRecipient } from './collections.ts'

/** So many days behind a letter an order is told of as one that followed it, where nobody asks for others. */
export const ORDERS_WITHIN = 14

/** When each customer was told, ms since 1970: by the customer that is `meant`; of one with two addresses the last time counts. */
export function toldAt(
  readers: Iterable<Pick<MailingRecipient, 'gone' | 'customer' | 'sent'>>,
  meant: (customer: string | null) => string | null,
): ReadonlyMap<string, number> {
  const told = new Map<string, number>()
  for (const { gone, customer, sent } of readers) {
    const whose = meant(customer)
    if (!gone && sent !== null && whose !== null) told.set(whose, Math.max(sent, told.get(whose) ?? 0))
  }
  return told
}

/** Whether an order of that date is behind what its customer was told; that it follows of it nobody can know (SPEC BM20). */
export function isBehind(sent: number | undefined, date: number | null, days = ORDERS_WITHIN): boolean {
  return sent !== undefined && date !== null && date >= sent && date <= sent + days * DAY_MS
}
