import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { readValue } from '../declarations/collection.ts'
import { doubtOfAccount, doubtOfBik, doubtOfCorrespondent } from './bank.ts'
import { doubtOfBarcode } from './barcode.ts'
import { doubtOf } from './doubts.ts'
import { doubtOfEmail } from './email.ts'
import { doubtOfInn } from './inn.ts'
import { doubtOfKpp } from './kpp.ts'
import { doubtOfOgrn } from './ogrn.ts'
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
  ['773601001', null],
  ['7743AB001', null],
  ['77360100', 'kpp'],
  ['77360100А', 'kpp'],
])('R20: the KPP %s: %s', (text, doubt) => {
  expect(doubtOfKpp(text)).toBe(doubt)
})

test.each([
  ['1027700132195', null],
  ['1027700132196', 'ogrn-digits'],
  ['304500116000157', null],
  ['304500116000158', 'ogrn-digits'],
  ['102770013219', 'ogrn-length'],
  ['ОГРН 1027700132195', 'ogrn-length'],
])('R20: the OGRN %s: %s', (text, doubt) => {
  expect(doubtOfOgrn(text)).toBe(doubt)
})

const BIK = '044525225'

test.each([
  ['40702810138250123017', BIK, null],
  ['4070 2810 1382 5012 3017', BIK, null],
  ['40702810138250123016', BIK, 'account-key'],
  ['40702810138250123017', '044525226', 'account-key'],
  ['40702810138250123017', null, null],
  ['40702810138250123016', '04452522', null],
  ['4070281013825012301', BIK, 'account-length'],
  // The treasury's accounts begin with 0 and are checked by their length alone.
  ['03224643520000005201', '015209001', null],
])('R20: the account %s with the bank %s: %s', (text, bik, doubt) => {
  expect(doubtOfAccount(text, bik)).toBe(doubt)
  expect(doubtOf('account', text, bik)).toBe(doubt)
})

test('R20: the account of a bank is checked by the office that keeps it; a BIK has nine digits', () => {
  expect(doubtOfCorrespondent('30101810400000000225', BIK)).toBeNull()
  expect(doubtOfCorrespondent('30101810400000000226', BIK)).toBe('account-key')
  expect(doubtOfCorrespondent('3010181040000000022', BIK)).toBe('account-length')
  expect([BIK, '04452522', '04452522А'].map(doubtOfBik)).toEqual([null, 'bik', 'bik'])
})

const CHECKED = [
  { right: '7707083893', doubt: 'inn-digits', doubtOf: doubtOfInn },
  { right: '500100732259', doubt: 'inn-digits', doubtOf: doubtOfInn },
  { right: '40702810138250123017', doubt: 'account-key', doubtOf: (text: string) => doubtOfAccount(text, BIK) },
  { right: '30101810400000000225', doubt: 'account-key', doubtOf: (text: string) => doubtOfCorrespondent(text, BIK) },
] as const

test.each(CHECKED)('R20: a digit of $right mistyped is seen, whichever it is', ({ right, doubt, doubtOf }) => {
  for (const [at, digit] of [...right].entries()) {
    for (const other of '0123456789') {
      const text = right.slice(0, at) + other + right.slice(at + 1)
      // Of an account a first 0 says that it is the treasury's.
      if (doubt === 'account-key' && at === 0 && other === '0') continue
      expect(doubtOf(text), text).toBe(other === digit ? null : doubt)
    }
  }
})

test.each([
  ['1027700132195', 11],
  ['304500116000157', 13],
])(
  'R20: of the OGRN %s a digit mistyped is seen, but for what the rest of dividing by %i cannot tell apart',
  (right, divisor) => {
    const restOf = (text: string) => Number(text.slice(0, -1)) % divisor
    for (const [at, digit] of [...right].entries()) {
      for (const other of '0123456789') {
        const text = right.slice(0, at) + other + right.slice(at + 1)
        const isSame = other === digit || (at < right.length - 1 && restOf(text) % 10 === restOf(right) % 10)
        expect(doubtOfOgrn(text), text).toBe(isSame ? null : 'ogrn-digits')
      }
    }
  },
)

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

test.each([
  ['4006381333931', null],
  ['96385074', null],
  ['036000291452', null],
  ['10012345678902', null],
  ['400 6381 333931', null],
  ['4006381333932', 'barcode-digit'],
  ['400638133393', 'barcode-digit'],
  ['40063813', 'barcode-digit'],
  ['400638133', 'barcode-length'],
  ['Q-4006381333931', 'barcode-length'],
])('R20: the barcode %s: %s', (text, doubt) => {
  expect(doubtOfBarcode(text)).toBe(doubt)
})

test('R20: no digit of a barcode can be mistyped unseen', () => {
  const mistyped = fc.record({ at: fc.nat(12), digit: fc.nat(9) })
  fc.assert(
    fc.property(mistyped, ({ at, digit }) => {
      const right = '4006381333931'
      const typed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`
      expect(doubtOfBarcode(typed)).toBe(typed === right ? null : 'barcode-digit')
    }),
  )
})
