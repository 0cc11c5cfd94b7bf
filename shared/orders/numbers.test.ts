import { expect, test } from 'vitest'
import { collectionOf, formatNumber, numberedAs, valueOfNumber } from './numbers.ts'

test('a number of each sort reads back', () => {
  expect(formatNumber('customer', 7)).toBe('ЗК-0007')
  expect(formatNumber('work', 12345)).toBe('ЗН-12345')
  expect(valueOfNumber('customer', 'ЗК-0007')).toBe(7)
  expect(valueOfNumber('work', 'ЗН-12345')).toBe(12345)
  expect(formatNumber('invoice', 3)).toBe('СЧ-0003')
  expect(valueOfNumber('invoice', 'СЧ-0003')).toBe(3)
  expect(formatNumber('plan', 2)).toBe('2')
  expect(valueOfNumber('plan', '12')).toBe(12)
})

test('numbers of other programs have no value', () => {
  for (const number of ['', '0007', 'ЗН-0007', 'ЗК-', 'ЗК-7а', 'ЗК-1234567890'])
    expect(valueOfNumber('customer', number)).toBeNull()
})

test('orders are numbered by their sort, invoices and plans by themselves, nothing else is', () => {
  expect(numberedAs('orders', 'work')).toBe('work')
  expect(numberedAs('invoices', null)).toBe('invoice')
  expect(numberedAs('plans', undefined)).toBe('plan')
  for (const [collection, sort] of [
    ['orders', 'other'],
    ['orders', null],
    ['customers', 'work'],
  ] as const)
    expect(numberedAs(collection, sort)).toBeNull()
  expect([collectionOf('customer'), collectionOf('work'), collectionOf('invoice'), collectionOf('plan')]).toEqual([
    'orders',
    'orders',
    'invoices',
    'plans',
  ])
})
