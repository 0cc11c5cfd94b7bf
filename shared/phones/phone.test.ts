import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsPhone, typedPhone } from '../search/phone.ts'
import { phoneKey, readPhone, spacedNumber } from './phone.ts'

test.each([
  ['8 (916) 123-45-67', 'RU', '+79161234567'],
  ['+7 916 123 45 67', 'RU', '+79161234567'],
  ['+8 916 123 45 67', 'RU', '+79161234567'],
  ['79161234567', 'RU', '+79161234567'],
  ['9161234567', null, '+79161234567'],
  ['030 901820', 'DE', '+4930901820'],
  ['+49 (0)30 901820', 'RU', '+4930901820'],
  ['0049 30 901820', 'RU', '+4930901820'],
  ['8 10 49 30 901820', 'RU', '+4930901820'],
  ['(202) 456-1111', 'US', '+12024561111'],
  ['9161234567', 'нет такой', '+79161234567'],
])('B6: %s in %s is %s', (text, country, normal) => {
  expect(readPhone(text, country)?.normal).toBe(normal)
})

test('B6: an inner line stands apart, and the spaced form is grouped as its country does', () => {
  expect(readPhone('8 495 123-45-67 доб. 12')).toEqual({
    normal: '+74951234567',
    spaced: '+7 495 123 45 67',
    extension: '12',
    country: 'RU',
  })
})

test('B6: a number is grouped for people; what is none stays as it is', () => {
  expect(['+79161234567', '112', 'скрыт'].map((number) => spacedNumber(number))).toEqual([
    ...['+7 916 123 45 67', '112', 'скрыт'],
  ])
})

test.each(['', '555', '+7 916 123', 'позвонить вечером', '12345678901234567890', '+'])(
  'B6: %j is no number',
  (text) => {
    expect(readPhone(text)).toBeNull()
  },
)

const ten = fc.nat(9_999_999).map((tail) => `916${String(tail).padStart(7, '0')}`)
const parts = (digits: string) => [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)] as const
const spelling = fc.constantFrom<(digits: string) => string>(
  (digits) => digits,
  (digits) => `8${digits}`,
  (digits) => `+7${digits}`,
  (digits) => `7 ${parts(digits).join(' ')}`,
  (digits) => `8 (${parts(digits)[0]}) ${parts(digits).slice(1).join('-')}`,
  (digits) => `+7 (${parts(digits)[0]}) ${parts(digits).slice(1).join('-')} доб. 204`,
)

test('B6: any spelling finds the number however it is written, and no other; both have one normal form', () => {
  fc.assert(
    fc.property(ten, ten, spelling, spelling, (one, other, written, typed) => {
      // An inner line is no part of what people type to find a number.
      const asked = typedPhone(typed(one).replace(/ доб.*/, ''))
      if (!asked) throw new Error('no number')
      expect(fitsPhone(written(one), asked)).toBe(true)
      expect(fitsPhone(written(other), asked)).toBe(one === other)
      expect(readPhone(written(one))?.normal).toBe(readPhone(typed(one))?.normal)
    }),
  )
})

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 12 })
const anyPhone = fc.tuple(fc.constantFrom('+7', '8', '7', '', '+', '+49', '007'), digits).map((parts) => parts.join(''))
const spread = fc.constantFrom<(phone: string) => string>(
  (phone) => phone,
  (phone) => phone.replace(/(\d{3})(?=\d)/g, '$1 '),
  (phone) => phone.replace(/^(.{2})(\d{3})/, '$1 ($2) '),
  (phone) => `${phone} доб. 5`,
)

test('B6: what is compared is the normal form, whichever way it is read and wherever the company is', () => {
  fc.assert(
    fc.property(anyPhone, spread, fc.constantFrom('RU', null, 'KZ', 'DE'), (phone, write, country) => {
      const text = write(phone)
      expect(phoneKey(text, country)).toBe(readPhone(text, country)?.normal ?? null)
    }),
    { numRuns: 3000 },
  )
})

test('B6: its beginning finds a number, with and without what stands before it; so do its last digits', () => {
  const fits = (typed: string, phone: string) => {
    const asked = typedPhone(typed)
    return asked !== null && fitsPhone(phone, asked)
  }
  for (const typed of ['8916', '+7 916 1', '916 123', '8 (916) 123', '45-67'])
    expect(fits(typed, '+7 (916) 123-45-67'), typed).toBe(true)
  expect(fits('+49 30 901820', '030 901820')).toBe(true)
  expect(fits('030 901820', '+49 (0)30 901820')).toBe(true)
  expect(fits('8 917', '+7 (916) 123-45-67')).toBe(false)
  expect([typedPhone('916'), typedPhone('Мир 9161'), typedPhone('')]).toEqual([null, null, null])
})
