import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BankDocument, Party } from '../importing/reading/bank/statement.ts'
import type { Claim } from './claims.ts'
import { type MatchRequest, matchPayments } from './match.ts'
import { namedNumbers } from './named-numbers.ts'
import { paymentId } from './payment-id.ts'

const OWN = '40702810000000000001'
const THEIRS = '40702810000000000002'

function party(account: string, inn: string | null = null, name: string | null = null): Party {
  return { account, inn, name, kpp: null, bank: null, bik: null }
}

function payment(given: Partial<BankDocument> & { readonly purpose: string; readonly sum: number }): BankDocument {
  return {
    line: 1,
    kind: 'Платежное поручение',
    number: '1',
    date: '2026-09-02',
    payer: party(THEIRS, '7707083893', 'ООО "Ромашка"'),
    payee: party(OWN),
    written: null,
    received: null,
    fields: new Map(),
    ...given,
  }
}

const CLAIMS: readonly Claim[] = [
  {
    id: 'a',
    order: 'a',
    number: 'ЗН-000012',
    date: '2026-09-01',
    inn: '7707083893',
    name: 'Ромашка, ООО',
    due: 100_000,
  },
  {
    id: 'b',
    order: 'b',
    number: 'ЗН-000013',
    date: '2026-09-01',
    inn: '7707083893',
    name: 'Ромашка, ООО',
    due: 50_000,
  },
  { id: 'c', order: 'c', number: 'ЗН-000014', date: '2026-09-01', inn: null, name: 'Ромашка', due: 70_000 },
]
/** Two of the order `a`: half of it each. */
const INVOICES: readonly Claim[] = [
  { ...(CLAIMS[0] as Claim), id: 'a1', number: '512', due: 50_000 },
  { ...(CLAIMS[0] as Claim), id: 'a2', number: '513', due: 50_000 },
]

function match(documents: readonly BankDocument[], more: Partial<MatchRequest> = {}) {
  return matchPayments({ documents, accounts: [OWN], claims: CLAIMS, known: new Set(), ...more })
}
const found = (document: BankDocument) => match([document])[0]?.parts

test.each([
  ['Оплата по счету № 12 от 01.09.2026, в т.ч. НДС 20% - 200.00', ['12']],
  ['по счетам 12, 13 и 14/2', ['12', '13', '14/2']],
  ['За кухню, заказ-наряд ЗН-000012', ['ЗН-000012']],
  ['Оплата AC00-000123', ['АС00-000123']],
  ['сч. №АС00-000123 сумма 12 500-00 руб', ['АС00-000123']],
  ['по договору № 77 от 01.02.2026 счет на оплату 5', ['5']],
  ['ИНН 7707083893 р/с 40702810000000000002 перевод 15.09.2026', []],
  ['за сентябрь 2026', []],
])('Y3: %s names %j', (purpose, numbers) => {
  expect([...namedNumbers(purpose)].sort()).toEqual([...numbers].sort())
})

test('Y4: number and INN, number and sum, INN and sum find a claim', () => {
  expect(found(payment({ purpose: 'по заказу ЗН-000012', sum: 30_000 }))).toEqual([{ claim: 'a', sum: 30_000 }])
  expect(found(payment({ purpose: 'счет 14', sum: 70_000, payer: party(THEIRS) }))).toEqual([
    { claim: 'c', sum: 70_000 },
  ])
  expect(found(payment({ purpose: 'за кухню', sum: 50_000 }))).toEqual([{ claim: 'b', sum: 50_000 }])
})

test('Y4: one sign alone, or two claims as likely, are offered and not taken', () => {
  const [bySum] = match([payment({ purpose: 'за кухню', sum: 70_000, payer: party(THEIRS) })])
  expect(bySum).toMatchObject({
    status: 'open',
    parts: [],
    rest: 70_000,
    candidates: [{ claim: 'c', reasons: ['sum'] }],
  })
  const twins = [{ ...CLAIMS[0], id: 'x', order: 'x', due: 50_000 } as Claim, ...CLAIMS]
  const [even] = match([payment({ purpose: 'за кухню', sum: 50_000 })], { claims: twins })
  expect([even?.status, even?.candidates.slice(0, 2).map((one) => one.claim)]).toEqual(['open', ['b', 'x']])
})

test('Y4: another INN and more money than is due speak against', () => {
  const stranger = payment({ purpose: 'за Ромашку, заказ ЗН-000012', sum: 100_000, payer: party(THEIRS, '5003052454') })
  expect(match([stranger])[0]).toMatchObject({
    status: 'open',
    candidates: [{ claim: 'a', confidence: 55, reasons: ['number', 'other-inn', 'sum'] }],
  })
  const [more] = match([payment({ purpose: 'заказ ЗН-000012', sum: 130_000 })])
  expect(more).toMatchObject({ status: 'found', parts: [{ claim: 'a', sum: 100_000 }], rest: 30_000 })
})

test('Y5: several claims that are named and come to the sum are paid whole', () => {
  expect(found(payment({ purpose: 'по счетам 12, 13', sum: 150_000 }))).toEqual([
    { claim: 'a', sum: 100_000 },
    { claim: 'b', sum: 50_000 },
  ])
})

test('Y5: an order and its invoices wait for the same money: what is paid of one is paid of the other', () => {
  const claims = [...CLAIMS, ...INVOICES]
  const pay = (number: string, purpose: string, sum: number) => payment({ number, purpose, sum })
  const [first, second, third] = match(
    [pay('1', 'по счету 512', 50_000), pay('2', 'заказ ЗН-000012', 50_000), pay('3', 'по счету 513', 50_000)],
    { claims },
  )
  expect(first?.parts).toEqual([{ claim: 'a1', sum: 50_000 }])
  expect(second?.parts).toEqual([{ claim: 'a', sum: 50_000 }])
  // All of the order is paid: there is nothing left on its other invoice.
  expect([third?.parts, third?.candidates.map((one) => one.claim)]).toEqual([[{ claim: 'b', sum: 50_000 }], ['b']])
  const [both] = match([pay('4', 'счет 512, заказ ЗН-000012', 50_000)], { claims })
  expect(both?.parts).toEqual([{ claim: 'a1', sum: 50_000 }])
})

test('Y7: money that went out, and that between own accounts, is not matched', () => {
  const out = payment({ purpose: 'заказ ЗН-000012', sum: 100_000, payer: party(OWN), payee: party(THEIRS) })
  const own = payment({ purpose: 'перевод', sum: 1, payer: party(OWN), payee: party('40702810000000000009') })
  const matched = match([out, own], { accounts: [OWN, '40702810000000000009'] })
  expect(matched.map(({ way, status, parts }) => [way, status, parts])).toEqual([
    ['out', 'open', []],
    ['own', 'open', []],
  ])
})

const documents = fc.array(
  fc
    .record({
      number: fc.nat(30).map(String),
      day: fc.integer({ min: 1, max: 28 }),
      sum: fc.integer({ min: 1, max: 200_000 }),
      purpose: fc.constantFrom('заказ ЗН-000012', 'счет 512', 'счет 13', 'счета 12, 13', 'счет 14', 'за кухню', ''),
      inn: fc.constantFrom('7707083893', '5003052454', null),
    })
    .map(({ day, inn, ...rest }) =>
      payment({ ...rest, date: `2026-09-${String(day).padStart(2, '0')}`, payer: party(THEIRS, inn) }),
    ),
  { maxLength: 12 },
)

test('Y5: parts and rest are the sum; no claim is paid more than is due, by all payments together', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const claims = [...CLAIMS, ...INVOICES]
      const matched = match(all, { claims })
      for (const { document, parts, rest } of matched) {
        expect(parts.reduce((sum, part) => sum + part.sum, rest)).toBe(document.sum)
        expect(parts.every((part) => part.sum > 0)).toBe(true)
      }
      const orderOf = new Map(claims.map(({ id, order }) => [id, order]))
      const taken = matched.flatMap(({ parts }) => parts)
      for (const { id, order, due } of claims) {
        const paid = taken.filter(({ claim }) => (id === order ? orderOf.get(claim) === id : claim === id))
        expect(paid.reduce((sum, part) => sum + part.sum, 0)).toBeLessThanOrEqual(due)
      }
    }),
  )
})

test('Y2: taken in twice, in one statement or in two, a payment is there once and pays nothing twice', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const first = match(all)
      const known = new Set(first.map(({ id }) => id))
      const again = match([...all].reverse(), { known })
      expect(again.every(({ status, parts }) => status === 'present' && parts.length === 0)).toBe(true)
      const doubled = match([...all, ...all])
      const taken = doubled.filter(({ status }) => status !== 'present').map(({ id }) => id)
      expect(new Set(taken).size).toBe(taken.length)
      expect(new Set(taken)).toEqual(known)
    }),
  )
  const one = payment({ purpose: 'a', sum: 1 })
  expect(paymentId({ ...one, line: 99, purpose: 'b' })).toBe(paymentId(one))
  expect(paymentId({ ...one, sum: 2 })).not.toBe(paymentId(one))
})

test('Y6: the order of documents and of claims makes no difference', () => {
  const outcome = (matched: ReturnType<typeof match>) =>
    matched.map(({ id, status, parts }) => JSON.stringify([id, status, parts])).sort()
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
      const other = match(
        shuffled.map(({ one }) => one),
        { claims: [...CLAIMS].reverse() },
      )
      expect(outcome(other)).toEqual(outcome(match(all)))
    }),
  )
})

test('Y9: a payment for an order that is not posted goes to nobody, and says which it is for; else such an order is in nobody’s way', () => {
  const [a, b] = CLAIMS as [Claim, Claim]
  const claims = [{ ...a, isUnposted: true }, b]
  const [named] = match([payment({ purpose: 'Оплата по заказу ЗН-000012', sum: 100_000 })], { claims })
  expect(named).toMatchObject({ status: 'open', parts: [], candidates: [{ claim: 'a' }] })
  const [both] = match([payment({ purpose: 'ЗН-000012, ЗН-000013', sum: 150_000 })], { claims })
  expect(both?.parts).toEqual([])
  const alike = [
    { ...a, isUnposted: true, number: 'ЗН-000099' },
    { ...b, due: 100_000 },
  ]
  const [other] = match([payment({ purpose: 'Оплата по заказу ЗН-000013', sum: 100_000 })], { claims: alike })
  expect(other).toMatchObject({ status: 'found', parts: [{ claim: 'b', sum: 100_000 }] })
})
