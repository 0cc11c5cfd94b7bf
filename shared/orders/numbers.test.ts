import { expect, test } from 'vitest'
import { formatNumber, valueOfNumber } from './numbers.ts'

test('a number of each sort reads back', () => {
  expect(formatNumber('customer', 7)).toBe('ЗК-0007')
  expect(formatNumber('work', 12345)).toBe('ЗН-12345')
  expect(valueOfNumber('customer', 'ЗК-0007')).toBe(7)
  expect(valueOfNumber('work', 'ЗН-12345')).toBe(12345)
})

test('numbers of other programs have no value', () => {
  for (const number of ['', '0007', 'ЗН-0007', 'ЗК-', 'ЗК-7а', 'ЗК-1234567890'])
    expect(valueOfNumber('customer', number)).toBeNull()
})
