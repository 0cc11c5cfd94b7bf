import { expect, test } from 'vitest'
import { enteredTwice } from './twice.ts'

test('Y10: a payment that two devices have put on two orders is told of; parts that one has made, and one order, are none', () => {
  const on = (payment: string, number: string, device: string) => ({ payment, number, device })
  const parts = [on('p', 'ЗП-1', 'A'), on('p', 'ЗП-2', 'A')]
  const same = [on('q', 'ЗП-1', 'A'), on('q', 'ЗП-1', 'B')]
  const apart = [on('r', 'ЗП-3', 'B'), on('r', 'ЗП-1', 'A')]
  expect(enteredTwice([...parts, ...same, ...apart])).toEqual([{ payment: 'r', numbers: ['ЗП-1', 'ЗП-3'] }])
})
