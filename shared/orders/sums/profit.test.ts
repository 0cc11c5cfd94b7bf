import { expect, test } from 'vitest'
import { lineOf } from '../../movements/testing/order.ts'
import { calculate } from './profit.ts'

const TERMS = { discount: null, vatMode: null }

test('cost, markup and profit of each line and in all, without VAT', () => {
  const lines = [
    lineOf({ id: 'l1', quantity: 2_000, price: 120_00, vat: 'vat20', cost: 80_00 }),
    lineOf({ id: 'l2', quantity: 1_000, price: 30_00, cost: 40_00 }),
    lineOf({ id: 'l3', quantity: 1_000, price: 99_00 }),
  ]
  const { lines: each, known, unknown } = calculate({ lines, ...TERMS })
  expect(each.get('l1')).toEqual({ revenue: 200_00, cost: 160_00, profit: 40_00, markup: 25_00, margin: 20_00 })
  expect(each.get('l2')).toEqual({ revenue: 30_00, cost: 40_00, profit: -10_00, markup: -25_00, margin: -33_33 })
  expect(each.get('l3')).toBeNull()
  expect([known, unknown]).toEqual([{ revenue: 230_00, cost: 200_00, profit: 30_00, markup: 15_00, margin: 13_04 }, 1])
})

test('what costs nothing has no markup, what brings nothing no margin; nothing has neither', () => {
  const of = (cost: number, price: number) =>
    calculate({ lines: [lineOf({ id: 'l', quantity: 1_000, price, cost })], ...TERMS }).known
  expect(of(0, 50)).toMatchObject({ profit: 50, markup: null, margin: 100_00 })
  expect(of(50, 0)).toMatchObject({ profit: -50, markup: -100_00, margin: null })
  expect(calculate({ lines: [], ...TERMS })).toMatchObject({ known: { profit: 0, markup: null }, unknown: 0 })
})
