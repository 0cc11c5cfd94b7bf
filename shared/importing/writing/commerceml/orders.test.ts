import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExchangeOrder } from '../../reading/commerceml/exchange.ts'
import { readExchange } from '../../reading/commerceml/read.ts'
import { writeOrders } from './orders.ts'

/** Texts without the signs that XML has no place for; blanks around a text are no part of it. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('<', '&', '>', '"', "'", ']]>', 'Я', '\n'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    maxLength: 30,
  })
  .map((one) => one.replace(/[^\P{Cc}\n]|[\ufffe\uffff\ufffd]/gu, '').trim())
  .filter((one) => one !== '')
const optional = fc.option(text)
const money = fc.option(fc.integer({ min: -1e11, max: 1e11 }))
const named = fc.array(fc.record({ name: text, value: text }), { maxLength: 2 })
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
const order: fc.Arbitrary<ExchangeOrder> = fc.record({
  id: text,
  number: text,
  date: day.map((date) => date.toISOString().slice(0, 10)),
  time: fc.option(day.map((date) => date.toISOString().slice(11, 19))),
  operation: optional,
  role: optional,
  currency: optional,
  sum: money,
  comment: optional,
  parties: fc.array(
    fc.record({
      id: optional,
      name: text,
      role: optional,
      fullName: optional,
      inn: optional,
      kpp: optional,
      address: optional,
      contacts: named,
    }),
    { maxLength: 2 },
  ),
  lines: fc.array(
    fc.record({
      id: optional,
      article: optional,
      name: text,
      unit: optional,
      price: money,
      quantity: money,
      sum: money,
      vat: optional,
      discounts: fc.array(fc.record({ name: text, percent: money, sum: money, isCounted: fc.boolean() }), {
        maxLength: 2,
      }),
      details: named,
    }),
    { maxLength: 3 },
  ),
  details: named,
})

test('X11: orders that are written read the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(order, { maxLength: 3, selector: ({ id }) => id }), (orders) => {
      const { exchange, problems } = readExchange(writeOrders(orders, '2026-09-02T12:00:00'))
      expect(problems).toEqual([])
      expect(exchange?.orders.map(({ line: _, ...rest }) => rest)).toEqual(orders)
    }),
  )
})
