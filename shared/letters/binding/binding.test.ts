import { expect, test } from 'vitest'
import type { Customer } from '../../customers/collections.ts'
import { AddressBook } from './address-book.ts'
import { type Around, bindingOf, type Known, type Unbound } from './binding.ts'
import { numberInSubject } from './order-number.ts'

function customer(
  id: string,
  email: string | null,
  emails: readonly (readonly [string, string | null])[] = [],
): Customer {
  const entries = emails.map(([text, contact], i) => ({ id: `${i}`, email: text, contact, place: null }))
  // The book reads these alone.
  return { id, gone: false, email, emails: entries } as unknown as Customer
}

const LETTER: Unbound = {
  ...{ direction: 'in', fromAddress: 'ivan@client.example', to: ['sales@assol.example'], cc: [], bcc: [], replyTo: [] },
  ...{ subject: 'Смета', references: [], sent: 5, received: 5, madeAt: 5 },
}

/** A world of customers and letters. */
function world(change: {
  readonly customers?: readonly Customer[]
  readonly letters?: Readonly<Record<string, Partial<Known>>>
  readonly talk?: readonly Partial<Known>[]
  readonly newest?: string
}): Around {
  const book = new AddressBook()
  for (const one of change.customers ?? []) book.put(one)
  const known = (one: Partial<Known>): Known => ({ customer: null, contact: null, order: null, ...one })
  return {
    isOwn: (address) => address.endsWith('@assol.example'),
    owners: (address) => book.find(address),
    withNewestOrder: (customers) => customers.find((id) => id === change.newest) ?? null,
    orderByNumber: (number) => (number === 'ЗК-0012' ? { id: 'order12', customer: 'olga' } : null),
    byMessageId: (id) => (change.letters?.[id] ? known(change.letters[id]) : null),
    talk: () => (change.talk ?? []).map(known),
  }
}
const IVAN = customer('ivan', 'Ivan@Client.example', [['office@client.example', 'anna']])
const OLGA = customer('olga', null, [['ivan@client.example', 'petr']])

test('MP10: by any address of a customer or contact, whatever its case, in both directions', () => {
  const around = world({ customers: [IVAN] })
  const bound = { customer: 'ivan', contact: null, boundBy: 'address' }
  expect(bindingOf(LETTER, around)).toMatchObject(bound)
  const out = { ...LETTER, direction: 'out' as const, fromAddress: 'sales@assol.example', to: ['IVAN@client.example'] }
  expect(bindingOf(out, around)).toMatchObject(bound)
  const copied = { ...out, to: ['who@else.example'], cc: ['Anna <office@client.example>'] }
  expect(bindingOf(copied, around)).toMatchObject({ customer: 'ivan', contact: 'anna' })
  expect(bindingOf({ ...LETTER, fromAddress: 'ivan+kitchen@client.example' }, around), 'a plus is another').toBeNull()
  expect(bindingOf({ ...LETTER, fromAddress: 'who@else.example' }, around)).toBeNull()
})

test('MP10: of several with one address the one whom the thread is with, else with the newest open order, is meant', () => {
  const customers = [IVAN, OLGA]
  expect(bindingOf(LETTER, world({ customers, newest: 'olga' }))).toMatchObject({
    ...{ customer: 'olga', contact: 'petr', boundBy: 'several' },
  })
  expect(bindingOf(LETTER, world({ customers }))).toMatchObject({ customer: 'ivan', boundBy: 'several' })
  const answer = { ...LETTER, references: ['m1'] }
  const around = world({ customers, newest: 'ivan', letters: { m1: { customer: 'olga' } } })
  expect(bindingOf(answer, around)).toMatchObject({ customer: 'olga', boundBy: 'thread' })
})

test('MP11: by what it answers, the nearest first; without references by subject and people', () => {
  const answer = { ...LETTER, references: ['m1', 'm2', 'away'] }
  const letters = { m1: { customer: 'ivan' }, m2: { customer: 'olga', contact: 'petr', order: 'order7' } }
  const bound = { customer: 'olga', contact: 'petr', order: 'order7', boundBy: 'thread' }
  expect(bindingOf(answer, world({ letters }))).toEqual(bound)
  expect(bindingOf(LETTER, world({ talk: [{ customer: 'ivan' }] }))).toMatchObject({
    customer: 'ivan',
    boundBy: 'thread',
  })
})

test('MP11: its order is that of what it answers, or the one that its subject names, if it is this customer’s', () => {
  const around = world({ customers: [IVAN], letters: { m1: { customer: 'ivan', order: 'order7' } } })
  expect(bindingOf({ ...LETTER, references: ['m1'] }, around)).toMatchObject({ customer: 'ivan', order: 'order7' })
  const named = { ...LETTER, subject: 'Re: [Заказ №ЗК-0012] Замер' }
  expect(bindingOf(named, around), 'that order is another’s').toMatchObject({ customer: 'ivan', order: null })
  expect(bindingOf(named, world({}))).toMatchObject({ customer: 'olga', order: 'order12', boundBy: 'order' })
})

test.each([
  ['Re: [Заказ №ЗК-0012] Замер', 'ЗК-0012'],
  ['[Order # A-7]', 'A-7'],
  ['[заказ-наряд № ЗН-0001]', 'ЗН-0001'],
  ['Заказ №ЗК-0012', null],
  ['[Заказчик]', null],
])('MP11: the order that %j names is %j', (subject, number) => {
  expect(numberInSubject(subject)).toBe(number)
})

test('MP10: an address that is given to another, or whose customer is removed, is his no more', () => {
  const book = new AddressBook()
  expect(book.put(IVAN)).toEqual(['ivan@client.example', 'office@client.example'])
  expect(book.put({ ...IVAN, email: 'new@client.example' })).toEqual(['new@client.example'])
  expect(book.find('ivan@client.example')).toEqual([])
  book.put({ ...IVAN, gone: true })
  expect(book.find('office@client.example')).toEqual([])
})
