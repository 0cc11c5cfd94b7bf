import { expect, test } from 'vitest'
import type { Lookup } from '../order-item.ts'
import { OTHER as INVOICE, ORDER, shopWithOrder } from '../testing/shop.ts'
import { invoices } from './collections.ts'
import { invoiceItem } from './invoice-item.ts'

const LOOK: Lookup = {
  name: (_, id) => id && `«${id}»`,
  isGone: () => false,
  customer: (id) => id,
  kind: () => null,
  hue: () => null,
  called: () => null,
  days: () => null,
  now: 0,
  exchange: () => ({ toCompany: (total) => total, rateAt: () => null }),
}

test('an invoice in lists: its draft number until the server’s, what is paid of it, and of which order it is', () => {
  const shop = shopWithOrder()
  shop.do('addLine', { id: ORDER, fields: { quantity: 1_000, price: 300_00 } })
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('makeInvoice', { id: INVOICE, order: ORDER, fields: { draft: 'Ч-7KQ2-3' } })
  const item = () => invoiceItem(shop.row(invoices, INVOICE), shop.order(), LOOK)
  expect(item()).toMatchObject({ number: 'Ч-7KQ2-3', provisional: true, paid: 0, how: 'not', orderSort: 'customer' })
  shop.do('takePayment', { id: ORDER, date: '2026-11-27', way: 'cash', sum: 100_00, invoice: INVOICE })
  expect(item()).toMatchObject({ paid: 100_00, how: 'part' })
  const alone = invoiceItem(shop.row(invoices, INVOICE), null, LOOK)
  expect(alone).toMatchObject({ paid: 0, how: 'not', orderName: null, orderSort: null })
})
