import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { readValue } from '../declarations/collection.ts'
import { doubtOf } from './doubts.ts'
import { doubtOfEmail } from './email.ts'
import { doubtOfInn } from './inn.ts'
import { doubtOfPhone } from './phone.ts'

test.each([
  ['7707083893', null],
  ['7736050003', null],
  ['7707083894', 'inn-digits'],
  ['500100732259', null],
  ['500100732258', 'inn-digits'],
  ['500100732249', 'inn-digits'],
  ['770708389', 'inn-length'],
  ['77070838930', 'inn-length'],
  ['ИНН 7707083893', 'inn-length'],
])('R20: the INN %s: %s', (text, doubt) => {
  expect(doubtOfInn(text)).toBe(doubt)
})

test('R20: no digit of an INN can be mistyped, and no two neighbours exchanged with the sum unseen', () => {
  const mistyped = fc.record({ at: fc.nat(9), digit: fc.nat(9) })
  fc.assert(
    fc.property(mistyped, ({ at, digit }) => {
      const right = '7707083893'
      const text = right.slice(0, at) + digit + right.slice(at + 1)
      expect(doubtOfInn(text)).toBe(text === right ? null : 'inn-digits')
    }),
  )
})

test.each([
  ['+7 900 000-00-00', null],
  ['8 (495) 123-45-67', null],
  ['8 495 123-45-67 доб. 12', null],
  ['+49 30 901820', null],
  ['9161234567', null],
  ['555', 'phone'],
  ['+7 916 123', 'phone'],
  ['позвонить вечером', 'phone'],
])('R20: the phone %s: %s', (text, doubt) => {
  expect(doubtOfPhone(text)).toBe(doubt)
})

test.each([
  ['olga@salon.ru', null],
  ['ольга@кухни.рф', null],
  ['o.l+ga@mail.salon.ru', null],
  ['olga', 'email'],
  ['olga@salon', 'email'],
  ['olga@salon..ru', 'email'],
  ['olga salon@mail.ru', 'email'],
  ['a@b.ru, c@d.ru', 'email'],
])('R20: the address %s: %s', (text, doubt) => {
  expect(doubtOfEmail(text)).toBe(doubt)
})

test('R20: the declaration says which check a field has; what is in doubt reads as it was written', () => {
  const { inn, phone, email, name } = customers.fields
  const doubtAt = (field: typeof inn, text: string) => doubtOf(field.form, text)
  expect(doubtAt(inn, '1')).toBe('inn-length')
  expect(doubtAt(phone, '1')).toBe('phone')
  expect(doubtAt(email, '1')).toBe('email')
  expect(doubtAt(name, '1')).toBeNull()
  for (const field of [inn, phone, email]) {
    expect(doubtAt(field, ' ')).toBeNull()
    expect(readValue(field, 'что угодно')).toBe('что угодно')
  }
})
