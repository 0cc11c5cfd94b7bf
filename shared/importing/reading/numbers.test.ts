import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './numbers.ts'

const english = { decimal: '.', group: ',' } as const
const russian = { decimal: ',', group: ' ' } as const

test.each([
  ['1,234.5', 2, english, 123450],
  ['-0.05', 2, english, -5],
  ['17', 3, english, 17000],
  ['1 234,50', 2, russian, 123450],
  ['1\u00a0234,5', 2, russian, 123450],
  ['2.500', 1, english, 25],
] as const)('%s with %i decimals', (text, decimals, form, value) => {
  expect(readNumber(text, decimals, form)).toBe(value)
})

test.each(['', 'abc', '1.2.3', '1.234', '--1', '1e5', '12345678901234567890', '.', '1.-5'])(
  '%s is no sum of money',
  (text) => {
    expect(readNumber(text, 2, english)).toBeNull()
  },
)

test('every number of hundredths reads back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const digits = String(Math.abs(cents)).padStart(3, '0')
      const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      expect(readNumber(text, 2, { decimal: '.', group: '' })).toBe(cents)
    }),
  )
})
