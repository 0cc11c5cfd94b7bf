import { expect, test } from 'vitest'
import { people } from '../../company/collections.ts'
import { actionOf, customerOf, lookAt, orderOf, rowOf } from '../testing/made.ts'
import { readWhy } from '../why.ts'
import { addresseeOf } from './addressee.ts'

const contact = {
  id: 'p',
  name: 'Oleg',
  post: null,
  salutation: null,
  birthday: null,
  note: null,
  place: 'a0',
  madeAt: 0,
}
const customer = customerOf({ email: 'shop@a.test', phone: '+7 916 123-45-67', contacts: [contact] })
const look = lookAt({ customers: [customer], people: [rowOf(people, 'max', { name: 'Max', email: 'max@b.test' })] })
const order = orderOf({ customer: 'c', contact: 'oleg', responsible: 'max' })

function says(action: Parameters<typeof actionOf>[1], of = order) {
  const found = addresseeOf(actionOf('a', { does: 'letter', ...action }), of, look)
  return 'why' in found ? readWhy(found.why)?.code : found.to
}

test('RU12: a message goes to the contact, the customer, who is responsible, a person, an address', () => {
  expect(says({ to: 'toContact' })).toBe('shop@a.test')
  expect(says({ to: 'toCustomer', does: 'sms' })).toBe('+79161234567')
  expect(says({ to: 'toResponsible' })).toBe('max@b.test')
  expect(says({ to: 'toPerson', person: 'max' })).toBe('max@b.test')
  expect(says({ to: 'toAddress', address: ' boss@b.test ' })).toBe('boss@b.test')
})

test('RU12: or it says why there is nobody', () => {
  expect(says({ to: 'toContact' }, orderOf({ customer: 'c' }))).toBe('noContact')
  expect(says({ to: 'toContact' }, orderOf({ customer: 'c', contact: 'Somebody' }))).toBe('noEmail')
  expect(says({ to: 'toCustomer' }, orderOf())).toBe('noCustomer')
  expect(says({ to: 'toResponsible' }, orderOf())).toBe('noResponsible')
  expect(says({ to: 'toResponsible', does: 'sms' })).toBe('noPhone')
  expect(says({ to: 'toPerson', person: 'gone' })).toBe('noPerson')
  expect(says({ to: 'toAddress', address: 'not an address' })).toBe('addressWrong')
})

test('RU12: a contact of a customer who was merged into another is still written to', () => {
  const before = customerOf({
    id: 'old',
    mergedInto: 'c',
    contacts: [{ ...contact, id: 'q', name: 'Anna' }],
    emails: [],
  })
  const merged = lookAt({ customers: [customer, before] })
  const found = addresseeOf(
    actionOf('a', { does: 'letter', to: 'toContact' }),
    orderOf({ customer: 'old', contact: 'anna' }),
    merged,
  )
  expect(found).toMatchObject({ to: 'shop@a.test', who: 'Anna', contact: 'q' })
})
