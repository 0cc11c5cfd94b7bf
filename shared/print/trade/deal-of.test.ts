import fc from 'fast-check'
import { expect, test } from 'vitest'
import { organisations } from '../../company/collections.ts'
import { customers } from '../../customers/collections.ts'
import { lineOf } from '../../movements/testing/order.ts'
import { OTHER as CUSTOMER, Shop } from '../../orders/testing/shop.ts'
import { orderTotal } from '../../orders/totals.ts'
import { actOf } from './act-of.ts'
import { type DealRecords, dealOf, type TradeDocument } from './deal-of.ts'

const LINES = [
  lineOf({ id: 'l1', product: 'loft', text: 'орех', section: 'goods', quantity: 1_000, price: 100_00, vat: 'vat20' }),
  lineOf({ id: 'l2', product: null, text: 'Сборка', section: 'works', quantity: 2_000, price: 50_00, discount: 10_00 }),
]
const DOCUMENT: TradeDocument = {
  number: null,
  draft: 'Ч-7KQ2-3',
  lines: LINES,
  discount: null,
  vatMode: 'included',
  currency: null,
  note: null,
}
const RECORDS: DealRecords = {
  organisation: null,
  account: null,
  customer: null,
  productName: (id) => (id === 'loft' ? 'Кухня «Лофт»' : null),
  day: '2026-11-27',
  ground: null,
  currency: 'RUB',
}

test('P7: lines are called by product and characteristic; the draft number stands until the server’s', () => {
  const deal = dealOf(DOCUMENT, RECORDS)
  expect(deal.number).toBe('Ч-7KQ2-3')
  expect(deal.lines.map(({ name, total }) => [name, total])).toEqual([
    ['Кухня «Лофт», орех', 100_00],
    ['Сборка', 90_00],
  ])
  expect(deal).toMatchObject({ total: 190_00, vat: 16_67, discount: 10_00, currency: 'RUB' })
})

test('P7: without a rate, or with the mode that has none, there is no VAT to name', () => {
  expect(dealOf({ ...DOCUMENT, vatMode: 'none' }, RECORDS).vat).toBeNull()
  expect(dealOf({ ...DOCUMENT, lines: LINES.slice(1) }, RECORDS).vat).toBeNull()
})

test('P7: the seller is the organisation with the account that is named, else with its first', () => {
  const shop = new Shop('A')
  const accounts = {
    a: { account: '1', bank: 'Первый', place: 'a0' },
    b: { account: '2', bank: 'Второй', place: 'a1' },
  }
  const values = { name: 'Ассоль', fullName: 'ООО «Ассоль»', head: 'Громова О. В.', accounts }
  shop.do('createRecord', { collection: 'organisations', id: 'assol', values })
  shop.do('createRecord', { collection: 'customers', id: CUSTOMER, values: { name: 'Ёлкин' } })
  const organisation = shop.row(organisations, 'assol')
  const bank = (account: string | null) => dealOf(DOCUMENT, { ...RECORDS, organisation, account }).seller.account?.bank
  expect([bank('b'), bank('gone'), bank(null)]).toEqual(['Второй', 'Первый', 'Первый'])
  const customer = shop.row(customers, CUSTOMER)
  expect(dealOf(DOCUMENT, { ...RECORDS, customer }).customer?.name).toBe('Ёлкин')
  expect(dealOf(DOCUMENT, RECORDS).seller).toMatchObject({ name: null, account: null })
})

test('P7: an act is of the works, where there are some', () => {
  expect(dealOf(actOf(DOCUMENT), RECORDS).lines.map(({ name }) => name)).toEqual(['Сборка'])
  expect(actOf({ ...DOCUMENT, lines: LINES.slice(0, 1) }).lines).toHaveLength(1)
})

test('P7: whatever the lines, they come to the document’s sum, and no discount is below nothing', () => {
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: -5_000, max: 20_000 }),
      price: fc.integer({ min: 0, max: 1_000_00 }),
      discount: fc.constantFrom(null, 333, 5_000),
      discountSum: fc.constantFrom(null, 999, -999),
      vat: fc.constantFrom('none', 'vat10', 'vat20'),
    }),
    { maxLength: 8, size: 'max' },
  )
  const modes = fc.constantFrom('included', 'onTop', 'none', null)
  fc.assert(
    fc.property(lines, modes, fc.constantFrom(null, 777), (all, vatMode, discount) => {
      const document = { ...DOCUMENT, vatMode, discount, lines: all.map((line, i) => lineOf({ id: `l${i}`, ...line })) }
      const deal = dealOf(document, RECORDS)
      expect(deal.total).toBe(orderTotal(document))
      expect(deal.lines.reduce((sum, { total }) => sum + total, 0)).toBe(deal.total)
      expect(deal.discount).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})
