import { mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { isBehind, toldAt } from '../../../../shared/mailings/orders-behind.ts'
import type { Directory } from '../directory.ts'
import type { MailingOrdersAnswer, MailingOrdersQuery, OrderBehind } from './query.ts'

const NEWEST = 20

/** Orders of readers that were made within so many days behind what they were told; that they follow of it nobody can know. */
export function ordersBehind(directory: Directory, { mailing, days }: MailingOrdersQuery): MailingOrdersAnswer {
  const readers = [...directory.all(mailingRecipients)].filter((one) => one.mailing === mailing)
  const told = toldAt(readers, (customer) => directory.customer(customer))
  const behind: OrderBehind[] = []
  for (const row of told.size === 0 ? [] : directory.rows('orders').values()) {
    const { id, gone, customer, date, sort } = row as unknown as Row
    const sent = told.get(directory.customer(customer) ?? '')
    if (gone || date === null || !isBehind(sent, date, days)) continue
    const item = directory.item('orders', id)
    const total = typeof item?.companyTotal === 'number' ? item.companyTotal : null
    const customerName = directory.name('customers', customer)
    behind.push({ id, sort: sort ?? 'customer', name: directory.called('orders', id) ?? '', customerName, date, total })
  }
  behind.sort((one, other) => other.date - one.date)
  const total = behind.reduce((sum, one) => sum + (one.total ?? 0), 0)
  return { what: 'mailingOrders', count: behind.length, total, newest: behind.slice(0, NEWEST) }
}

interface Row {
  readonly id: string
  readonly gone: boolean
  readonly customer: string | null
  readonly date: number | null
  readonly sort: string | null
}
