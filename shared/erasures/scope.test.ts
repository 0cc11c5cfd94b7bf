import { expect, test } from 'vitest'
import { keysIn, type Person, personOf, subjectOf } from './person.ts'
import { type AnyRow, cutFor, isPerson, keysOf, type Sought } from './scope.ts'

const row = (values: object) => ({ id: 'x', gone: false, ...values }) as unknown as AnyRow
const CUSTOMER = row({
  id: 'c1',
  phone: '8 916 123-45-67',
  email: null,
  contacts: [{ id: 'k1', name: 'Анна' }],
  phones: [
    { id: 'p1', contact: 'k1', number: '+7 999 000-00-01' },
    { id: 'p2', contact: null, number: '+7 999 000-00-02' },
  ],
  emails: [{ id: 'e1', contact: 'k1', email: 'Anna@Shop.Test' }],
})
const CONTACT: Person = { is: 'contact', customer: 'c1', contact: 'k1' }
const WHOLE: Person = { is: 'customer', customer: 'c1' }

function soughtOf(person: Person, keys = keysOf(CUSTOMER, person), found: readonly string[] = []): Sought {
  return {
    person,
    customers: new Set(person.is === 'address' ? [] : ['c1']),
    contactName: person.is === 'contact' ? 'Анна' : null,
    isTheirs: (key) => keys.includes(key),
    inns: new Set(),
    found: new Set(found),
    ownType: (_of, name) => (name === 'custom_sum' ? 'sum' : 'line'),
  }
}

test('ER1: of companies only contacts are erased; a sole trader is a person', () => {
  const said = (type: string | null, inn: string | null) => isPerson({ type, inn, name: 'n' })
  expect([said('person', null), said(null, null), said('company', '780000902048')]).toEqual([true, true, true])
  expect([said('company', '7800009012'), said('company', null)]).toEqual([false, false])
})

test('ER1: whom an erasure is about is kept as ids alone', () => {
  for (const person of [WHOLE, CONTACT, { is: 'address' } as const]) expect(personOf(subjectOf(person))).toEqual(person)
  expect([personOf(null), personOf('orders/1'), personOf('customers/'), personOf('customers/1/2/3')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('ER2: addresses and numbers are compared in one form, whoever wrote them how', () => {
  expect(keysIn('Анна <Anna@Shop.Test>, b@c.test')).toEqual(['mail:anna@shop.test', 'mail:b@c.test'])
  expect([keysIn('8 (916) 123-45-67'), keysIn('+79161234567')]).toEqual([
    ['phone:+79161234567'],
    ['phone:+79161234567'],
  ])
  expect([keysIn(null), keysIn('просто слова')]).toEqual([[], []])
  expect(keysOf(CUSTOMER, CONTACT)).toEqual(['phone:+79990000001', 'mail:anna@shop.test'])
})

test('ER2: what names an address and nobody else is the person’s; what is another customer’s is not', () => {
  const cut = (values: object, person: Person = WHOLE) => cutFor('letters', row(values), soughtOf(person)) !== null
  expect(cut({ customer: 'c1' })).toBe(true)
  expect(cut({ customer: null, fromAddress: 'anna@shop.test' })).toBe(true)
  expect(cut({ customer: null, to: ['x@y.test', 'A <anna@shop.test>'] }, CONTACT)).toBe(true)
  expect(cut({ customer: 'c2', fromAddress: 'anna@shop.test' })).toBe(false)
  expect(cut({ customer: 'c1', contact: null }, CONTACT)).toBe(false)
  expect(cut({ customer: 'c1', contact: 'k1' }, CONTACT)).toBe(true)
  const byMark = cutFor(
    'calls',
    row({ number: '8 916 123 45 67' }),
    soughtOf({ is: 'address' }, ['phone:+79161234567']),
  )
  expect(byMark?.fields).toMatchObject({ number: null })
})

test('ER2: of another’s event only the participant goes; comments and files go with what they are about', () => {
  const participants = [
    { id: 'a', email: 'ANNA@shop.test', name: 'Анна' },
    { id: 'b', email: 'b@c.test', name: 'Борис' },
  ]
  const cut = cutFor('events', row({ customer: 'c2', participants }), soughtOf(CONTACT))
  expect(cut).toEqual({ fields: {}, lists: { participants: { fields: { name: null, email: null }, entries: ['a'] } } })
  const about = (of: string, person: Person) =>
    cutFor('comments', row({ about: of }), soughtOf(person, undefined, ['events/e1'])) !== null
  expect([about('events/e1', CONTACT), about('customers/c1', CONTACT), about('customers/c1', WHOLE)]).toEqual([
    true,
    false,
    true,
  ])
})

test('ER2, ER4: of a contact its entries go, and those that name it; the company and its orders stay', () => {
  expect(cutFor('customers', CUSTOMER, soughtOf(CONTACT))).toMatchObject({
    fields: {},
    lists: { contacts: { entries: ['k1'] }, phones: { entries: ['p1'] }, emails: { entries: ['e1'] } },
  })
  const order = row({ customer: 'c1', contact: 'Анна', note: 'n', custom_a: 'x' })
  expect(cutFor('orders', order, soughtOf(CONTACT))).toEqual({ fields: { contact: null }, lists: {} })
  const whole = cutFor('orders', row({ customer: 'c1', custom_sum: 5, custom_a: 'x' }), soughtOf(WHOLE))
  expect(whole?.fields).toEqual({ note: null, contact: null, visitor: null, custom_a: null })
})

test('ER6: a refusal of mailings keeps the id that is derived of the address, and loses the address', () => {
  const cut = cutFor('mailingConsents', row({ customer: null, to: '+79990000001' }), soughtOf(CONTACT))
  expect(cut?.fields).toEqual({ to: 'Удалено', givenWhere: null, reason: null })
})
