import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Payee, paymentProblems, paymentString } from './payment-string.ts'

/** The example of the standard. */
const PAYEE: Payee = {
  name: 'ООО «Три кита»',
  inn: '6200098765',
  kpp: '620001001',
  account: '40702810138250123017',
  bank: 'ОАО "БАНК"',
  bik: '044525225',
  correspondent: '30101810400000000225',
}

test('P2: the fields that a code cannot do without, then sum in kopecks, purpose, INN and KPP', () => {
  expect(paymentString({ payee: PAYEE, sum: 45_314_30, purpose: 'Оплата по счету № 12 от 27.11.2026' })).toBe(
    'ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ОАО "БАНК"|BIC=044525225' +
      '|CorrespAcc=30101810400000000225|Sum=4531430|Purpose=Оплата по счету № 12 от 27.11.2026|PayeeINN=6200098765|KPP=620001001',
  )
})

test('P2: what is not known is left out; a sum of nothing is left to who pays', () => {
  const payee = { ...PAYEE, inn: null, kpp: ' ' }
  for (const sum of [null, 0, -5])
    expect(paymentString({ payee, sum, purpose: null })).toMatch(/\|CorrespAcc=30101810400000000225$/)
})

test('P2: digits in groups stand together, text in one line, cut to what the standard allows', () => {
  const payee = {
    ...PAYEE,
    name: `Ромашка\n\tплюс ${'я'.repeat(200)}`,
    bank: 'б'.repeat(60),
    account: '4070 2810 1382 5012 3017',
  }
  const text = paymentString({ payee, sum: 1, purpose: 'п'.repeat(300) })
  const fields = new Map(text.split('|').map((field) => field.split('=') as [string, string]))
  expect(fields.get('PersonalAcc')).toBe('40702810138250123017')
  expect(fields.get('Name')).toMatch(/^Ромашка плюс я+$/)
  expect(['Name', 'BankName', 'Purpose'].map((field) => fields.get(field)?.length)).toEqual([160, 45, 210])
})

test('P2: a sign that a value has does not stand between fields; every value comes back whole', () => {
  const text = fc.string({ unit: fc.constantFrom('|', '#', ';', '^', 'а', 'Б', ' ', '=', '/') })
  fc.assert(
    fc.property(text, text, (name, purpose) => {
      const written = paymentString({ payee: { ...PAYEE, name }, sum: 100, purpose })
      const fields = written.slice('ST00012'.length + 1).split(written.charAt('ST00012'.length))
      const read = new Map(
        fields.map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
      )
      const asOneLine = (value: string) => value.replaceAll(/\s+/g, ' ').trim()
      expect(read.get('Name')).toBe(asOneLine(name))
      expect(read.get('Purpose') ?? '').toBe(asOneLine(purpose))
      expect(read.get('KPP')).toBe('620001001')
    }),
  )
})

test('P2: where a value has every sign, it loses the one that stands between, and fields stay fields', () => {
  const written = paymentString({ payee: { ...PAYEE, name: 'а|b#c;d^e~f{g}h!i@j$k' }, sum: 1, purpose: null })
  expect(written.split('|').map((field) => field.split('=')[0])).toEqual([
    'ST00012',
    'Name',
    'PersonalAcc',
    'BankName',
    'BIC',
    'CorrespAcc',
    'Sum',
    'PayeeINN',
    'KPP',
  ])
})

test('P3: what is missing and what does not look right are told by name; without an INN a code can be made', () => {
  expect(paymentProblems({ ...PAYEE, inn: null, kpp: null })).toEqual([])
  expect(paymentProblems({ ...PAYEE, inn: null, bik: ' ', bank: null, account: '40702810138250123016' })).toEqual([
    { requisite: 'bank', is: 'missing' },
    { requisite: 'bik', is: 'missing' },
  ])
  expect(paymentProblems({ ...PAYEE, inn: '123', account: '40702810138250123016' })).toEqual([
    { requisite: 'inn', is: 'doubtful' },
    { requisite: 'account', is: 'doubtful' },
  ])
  expect(paymentProblems({ ...PAYEE, inn: null, correspondent: '0' })).toEqual([])
})
