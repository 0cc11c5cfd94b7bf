import { describe, expect, test } from 'vitest'
import { formatBasis, parseBasis } from '../../basis/basis.ts'
import { customers } from '../../customers/collections.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { states } from '../collections.ts'
import { invoices } from '../invoices/collections.ts'
import { paidOf } from '../invoices/paid.ts'
import { standingOf } from '../moves/moves.ts'
import { ORDER, OTHER, type Shop, shopWithOrder } from '../testing/shop.ts'
import { orderTotal } from '../totals.ts'
import { orderTemplates } from './collections.ts'

const CUSTOMER = derivedId('common', START, 'test', 'customer')
const INVOICE = derivedId('common', START, 'test', 'invoice')
const DAY = '2026-10-05'
const BEGIN = { kind: 'kitchens', state: 'new' }
const TERMS = { discount: 1_000, vatMode: 'onTop' } as const

/** An order that has all that can be taken over, and things that happened. */
function full(): Shop {
  const shop = shopWithOrder()
  shop.do('setOrder', { id: ORDER, fields: { ...TERMS, customer: CUSTOMER, note: 'Call first', tags: ['urgent'] } })
  shop.do('addLine', { id: ORDER, fields: { text: 'Chair', quantity: 1_000, price: 700, vat: 'vat20', cost: 300 } })
  shop.do('postOrder', { id: ORDER, posted: true })
  shop.do('ship', { id: ORDER, date: DAY })
  shop.do('takePayment', { id: ORDER, date: DAY, way: 'cash' })
  return shop
}
const linesOf = (lines: readonly object[]) =>
  lines.map(({ id: _, madeAt: __, place: ___, ...line }: { id?: unknown; madeAt?: unknown; place?: unknown }) => line)

test('a copy has what the order is, and nothing of what happened to it', () => {
  const shop = full()
  shop.do('copyOrder', { id: OTHER, from: ORDER, start: { ...BEGIN, state: 'made' }, fields: { draft: 'Ч-A-2' } })
  const [order, copy] = [shop.order(ORDER), shop.order(OTHER)]
  expect(copy).toMatchObject({ sort: 'customer', customer: CUSTOMER, note: 'Call first', draft: 'Ч-A-2', ...TERMS })
  expect(linesOf(copy.lines)).toEqual(linesOf(order.lines))
  expect([copy.posted, copy.shipments, copy.payments, copy.number, shop.state(OTHER)]).toEqual([
    false,
    [],
    [],
    null,
    'made',
  ])
  expect(standingOf(copy).move?.total).toBe(orderTotal(order))
  expect(shop.refusal('copyOrder', { id: INVOICE, from: CUSTOMER, start: BEGIN })).toBe('record-missing')
})

test('a template has the order’s lines without its customer, and an order by it has these', () => {
  const shop = full()
  shop.do('saveTemplate', { id: 'template', order: ORDER, name: 'Kitchen' })
  expect(shop.row(orderTemplates, 'template')).toMatchObject({ name: 'Kitchen', sort: 'customer', kind: 'kitchens' })
  shop.do('orderFromTemplate', { id: OTHER, template: 'template', start: BEGIN, fields: { customer: 'grey' } })
  expect(shop.order(OTHER)).toMatchObject({ customer: 'grey', note: 'Call first', ...TERMS })
  expect(linesOf(shop.order(OTHER).lines)).toEqual(linesOf(shop.order(ORDER).lines))
  expect(shop.refusal('orderFromTemplate', { id: INVOICE, template: 'none', start: BEGIN })).toBe('record-missing')
})

test('what an order is made from says what its first state asks for, or it is filled in with it; else none is made', () => {
  const shop = full()
  shop.do('saveTemplate', { id: 'template', order: ORDER, name: 'Kitchen' })
  shop.run((tx) => tx.create(customers, CUSTOMER, { name: 'Assol' }))
  shop.run((tx) => tx.create(states, 'new', { name: 'New', requires: ['customer', 'shipment'] }))
  const basis = { collection: 'customers', id: CUSTOMER } as const
  const ways = {
    copyOrder: { id: OTHER, from: ORDER, start: BEGIN },
    orderFromTemplate: { id: derivedId('common', START, 'test', 'from template'), template: 'template', start: BEGIN },
    orderOnBasis: { id: derivedId('common', START, 'test', 'on basis'), basis, sort: 'work', start: BEGIN },
  } as const
  for (const name of ['copyOrder', 'orderFromTemplate', 'orderOnBasis'] as const) {
    expect(shop.refusal(name, ways[name]), name).toBe('state-requires')
    expect(() => shop.order(ways[name].id), name).toThrow()
    shop.do(name, { ...ways[name], fields: { customer: CUSTOMER, shipment: DAY } })
    expect(shop.order(ways[name].id), name).toMatchObject({ customer: CUSTOMER, shipment: DAY })
  }
})

describe('an order on the basis', () => {
  test('of a customer is for them, and names them', () => {
    const shop = shopWithOrder()
    shop.run((tx) => tx.create(customers, CUSTOMER, { name: 'Assol', responsible: 'grey' }))
    const basis = { collection: 'customers', id: CUSTOMER } as const
    shop.do('orderOnBasis', { id: OTHER, basis, sort: 'work', start: BEGIN })
    const made = { sort: 'work', customer: CUSTOMER, responsible: 'grey', basis: `customers/${CUSTOMER}` }
    expect(shop.order(OTHER)).toMatchObject(made)
    expect(shop.refusal('orderOnBasis', { id: INVOICE, basis, start: BEGIN })).toBe('field-required')
  })

  test('of an order or an invoice has its lines', () => {
    const shop = full()
    shop.do('makeInvoice', { id: INVOICE, order: ORDER })
    const [other, third] = [OTHER, derivedId('common', START, 'test', 'third')]
    shop.do('orderOnBasis', { id: other, basis: { collection: 'orders', id: ORDER }, sort: 'work', start: BEGIN })
    const basis = { collection: 'invoices', id: INVOICE } as const
    shop.do('orderOnBasis', { id: third, basis, sort: 'customer', start: BEGIN })
    for (const id of [other, third]) {
      expect(linesOf(shop.order(id).lines)).toEqual(linesOf(shop.order(ORDER).lines))
      expect(shop.order(id)).toMatchObject({ customer: CUSTOMER, ...TERMS })
    }
    expect(parseBasis(shop.order(third).basis)).toEqual(basis)
  })

  test('reads back; of what no basis is, nothing', () => {
    expect(parseBasis(formatBasis({ collection: 'orders', id: ORDER }))).toEqual({ collection: 'orders', id: ORDER })
    for (const text of [null, '', 'orders', 'orders/', 'parcels/x', 'orders/a/b']) expect(parseBasis(text)).toBeNull()
  })
})

describe('an invoice', () => {
  test('has the order’s lines and sum, each line with the one that it was taken from', () => {
    const shop = full()
    shop.do('makeInvoice', { id: INVOICE, order: ORDER, fields: { due: DAY, account: 'main' } })
    const [invoice, order] = [shop.row(invoices, INVOICE), shop.order()]
    expect(invoice).toMatchObject({
      order: ORDER,
      customer: CUSTOMER,
      due: DAY,
      account: 'main',
      number: null,
      ...TERMS,
    })
    expect(invoice.lines.map(({ line }) => line)).toEqual(order.lines.map(({ id }) => id))
    expect(orderTotal(invoice)).toBe(orderTotal(order))
  })

  test('is paid by the payments that name it: not, in part, whole', () => {
    const shop = shopWithOrder()
    shop.do('postOrder', { id: ORDER, posted: true })
    shop.do('makeInvoice', { id: INVOICE, order: ORDER })
    const how = () => paidOf(shop.row(invoices, INVOICE), shop.order())
    const pay = { id: ORDER, date: DAY, way: 'bank', invoice: INVOICE } as const
    shop.do('takePayment', { ...pay, sum: 10, invoice: 'another' })
    expect(how()).toEqual({ total: 1_000, paid: 0, how: 'not' })
    shop.do('takePayment', { ...pay, sum: 999 })
    expect(how()).toMatchObject({ paid: 999, how: 'part' })
    shop.do('takePayment', { ...pay, sum: 1 })
    expect(how()).toMatchObject({ paid: 1_000, how: 'whole' })
    shop.do('refund', { ...pay, sum: 400 })
    expect(how()).toMatchObject({ paid: 600, how: 'part' })
    expect(paidOf(shop.row(invoices, INVOICE), null)).toMatchObject({ how: 'not' })
  })

  test('of an order without lines, or one that is removed, is refused', () => {
    const shop = shopWithOrder()
    shop.do('removeLine', { id: ORDER, line: shop.order().lines[0]?.id ?? '' })
    expect(shop.refusal('makeInvoice', { id: INVOICE, order: ORDER })).toBe('order-empty')
    shop.do('removeRecord', { collection: 'orders', id: ORDER })
    expect(shop.refusal('makeInvoice', { id: INVOICE, order: ORDER })).toBe('order-removed')
  })
})
