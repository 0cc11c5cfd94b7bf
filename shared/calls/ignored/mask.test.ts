import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfMask, ignoring } from './mask.ts'

const ignores = (text: string, number: string | null, country = 'RU') => ignoring([text], country)(number)

test.each([
  ['8 (800) 200-10-20', '+78002001020'],
  ['+7 800 200 10 20', '8 800 200-10-20'],
  ['8 800 *', '+78002001020'],
  ['+7 800 *', '+78002001020'],
  ['7800*', '+78002001020'],
  ['800*', '+78002001020'],
  ['+7 (495) 232-13-??', '+74952321320'],
  ['*1020', '+78002001020'],
  ['112', '112'],
  ['030 9018*', '+4930901820', 'DE'],
])('CD5: %s keeps %s out', (text, number, country = 'RU') => {
  expect(ignores(text, number, country)).toBe(true)
})

test.each([
  ['8 (800) 200-10-20', '+78002001021'],
  ['8 800 *', '+78012001020'],
  ['+800*', '+78002001020'],
  ['+7 (495) 232-13-?', '+74952321320'],
  ['*1020', '+78002010200'],
  ['8 800 *', null],
])('CD5: %s does not keep %s out', (text, number) => {
  expect(ignores(text, number)).toBe(false)
})

test('CD5: a mask of a number’s beginning, or with some of its digits left open, fits it', () => {
  const number = fc.nat(999_999_999).map((tail) => `+79${String(tail).padStart(9, '0')}`)
  fc.assert(
    fc.property(number, fc.integer({ min: 4, max: 11 }), fc.boolean(), (whole, length, isOpen) => {
      const begin = whole.slice(0, length)
      const mask = isOpen ? begin + '?'.repeat(whole.length - length) : `${begin}*`
      expect(ignores(mask, whole)).toBe(length < 4 ? false : faultOfMask(mask) === null)
      expect(ignores(mask, `+70${whole.slice(3)}`)).toBe(false)
    }),
  )
})

test('CD6: what is no number and no mask is told of, and does nothing', () => {
  const faults = { 'позвонить Ане': 'odd', '+7+8*': 'odd', '*': 'everybody', '8*': 'everybody', '': 'everybody' }
  for (const [text, fault] of Object.entries({ ...faults, '1234567890123456': 'long' })) {
    expect(faultOfMask(text), text).toBe(fault)
    expect(ignores(text, '+79161234567'), text).toBe(false)
  }
  for (const text of ['+7 (495) 232-13-??', '8 800 *', '112']) expect(faultOfMask(text), text).toBeNull()
})
