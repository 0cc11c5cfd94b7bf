import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Customer, customers } from '../../customers/collections.ts'
import { writeRefused } from '../../letters/refused.ts'
import { blankRow } from '../../records/reading/blank.ts'
import { isGiven, isWithdrawn } from '../consent.ts'
import { audienceOf } from './audience.ts'
import { type About, whyNotTo } from './suppression.ts'

const customer = (change: Partial<Customer>): Customer => blankRow(customers, { id: 'c', name: 'Ромашка', ...change })
const emails = (...all: readonly (string | [string, string])[]): Customer['emails'] =>
  all.map((one, i) => {
    const [email, contact] = typeof one === 'string' ? [one, null] : one
    return { id: `e${i}`, madeAt: 0, contact, email, refused: null, place: null }
  })
const member = (change: Partial<Customer>) => ({ customer: customer(change), because: 'так' })
const toOf = (change: Partial<Customer>, way: 'letter' | 'sms' = 'letter') =>
  audienceOf([member(change)], way, 'RU').readers[0]?.to

test('BM8: nobody is in an audience twice, nobody without an address, and all are counted', () => {
  const address = fc.constantFrom('', 'a@example.com', 'A@Example.com ', 'b@example.com', 'none')
  fc.assert(
    fc.property(fc.array(address), (all) => {
      const members = all.map((email, i) => member({ id: `c${i}`, email }))
      const { readers, without, doubled } = audienceOf(members, 'letter', 'RU')
      expect(readers.length + without + doubled).toBe(all.length)
      expect(new Set(readers.map(({ to }) => to)).size).toBe(readers.length)
      expect(without).toBe(all.filter((one) => !one.includes('@')).length)
    }),
  )
})

test('BM8: of several addresses the first that takes letters; of numbers a mobile one', () => {
  const emailRefused = writeRefused({ address: 'old@example.com', said: '550 5.1.1 nobody' })
  expect(toOf({ email: 'old@example.com', emailRefused, emails: emails('new@example.com') })).toBe('new@example.com')
  expect(toOf({ email: 'old@example.com', emailRefused })).toBe('old@example.com')
  const phones = [{ id: 'p', madeAt: 0, contact: null, number: '8 900 123-45-67', note: null, place: null }]
  expect(toOf({ phone: '+7 495 123-45-67', phones }, 'sms')).toBe('+79001234567')
  const contact = { name: 'Анна', post: null, salutation: null, birthday: null, note: null, place: null, madeAt: 0 }
  const [reader] = audienceOf(
    [member({ emails: emails(['anna@example.com', 'k']), contacts: [{ id: 'k', ...contact }] })],
    'letter',
    'RU',
  ).readers
  expect(reader).toEqual({ customer: 'c', contact: 'k', to: 'anna@example.com', name: 'Анна', because: 'так' })
})

const ABOUT: About = { way: 'letter', to: 'a@example.com', wantsConsent: false, country: 'RU' }
const code = (change: Partial<Customer>, consent: Parameters<typeof isGiven>[0] = null, about: Partial<About> = {}) =>
  whyNotTo({ ...ABOUT, ...about }, { customer: customer({ email: 'A@example.com', ...change }), consent })?.code ?? null
const consent = (given: number | null, withdrawn: number | null) => ({ given, withdrawn, gone: false })

test('BM9: nothing goes to whom it must not go to, and it is said why', () => {
  expect(code({})).toBeNull()
  expect(code({}, consent(1, 2))).toBe('consentWithdrawn')
  expect(code({}, consent(3, 2))).toBeNull()
  expect(code({}, null, { wantsConsent: true })).toBe('noConsent')
  expect(code({}, consent(1, null), { wantsConsent: true })).toBeNull()
  expect(code({ gone: true })).toBe('customerRemoved')
  expect(code({ mergedInto: 'd' })).toBe('customerMerged')
  expect(code({ email: 'b@example.com' })).toBe('addressChanged')
  expect(code({ emailRefused: writeRefused({ address: 'a@example.com', said: '550' }) })).toBe('addressRefuses')
  expect(whyNotTo(ABOUT, { customer: null, consent: null })?.code).toBe('customerRemoved')
  const sms = { way: 'sms', to: '+79001234567' } as const
  expect(code({ phone: '8 (900) 123-45-67' }, null, sms)).toBeNull()
})

test('BM9: an address has agreed, has taken it back, or neither; never both', () => {
  const at = fc.option(fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(at, at, (given, withdrawn) => {
      const said = consent(given, withdrawn)
      expect(isGiven(said) && isWithdrawn(said)).toBe(false)
      expect(isGiven(said) || isWithdrawn(said)).toBe(given !== null || withdrawn !== null)
    }),
  )
})
