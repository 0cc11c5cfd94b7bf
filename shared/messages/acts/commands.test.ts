import { expect, test } from 'vitest'
import type { FailureCode } from '../../errors.ts'
import { OTHER as CUSTOMER, ORDER } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { readWhy } from '../../rules/why.ts'
import { paragraph, textNode, writeBody } from '../body/body.ts'
import { messages } from '../collections.ts'
import { Assol } from '../testing/assol.ts'
import { bestAddress } from './address.ts'
import type { NewMessage } from './commands.ts'

const ID = derivedId('common', START, 'test', 'message')
const LETTER = { id: ID, way: 'letter', to: ' krylov@alphamart.example ', body: 'Готово' } as const
const SMS = { ...LETTER, way: 'sms', to: '8 (916) 123-45-67' } as const

const messageIn = (shop: Assol) => shop.row(messages, ID)

function waiting(): Assol {
  const shop = new Assol()
  shop.do('writeMessage', LETTER)
  return shop
}

test('TX11: what somebody writes waits, and goes half a minute later', () => {
  const shop = new Assol()
  const about = {
    order: ORDER,
    customer: CUSTOMER,
    contact: 'krylov',
    papers: ['invoice'],
    files: ['f'],
    template: 'note',
  }
  shop.do('writeMessage', { ...LETTER, ...about, subject: ' О заказе\n №7 ' })
  const { madeAt, due, ...message } = messageIn(shop)
  expect(message).toMatchObject({ ...about, state: 'waiting', to: 'krylov@alphamart.example', subject: 'О заказе №7' })
  expect([message.author, message.rule, message.body]).toEqual([
    'person-A',
    null,
    writeBody({ type: 'doc', content: [paragraph([textNode('Готово')])] }),
  ])
  expect((due ?? 0) - madeAt).toBeGreaterThan(29_000)
})

test('TX11: it may go sooner, but never before ten seconds have passed; a number stands in its normal form', () => {
  const shop = new Assol()
  shop.do('writeMessage', { ...SMS, subject: 'nothing', delay: 0 })
  const { madeAt, due, to, subject } = messageIn(shop)
  expect([to, subject]).toEqual(['+79161234567', null])
  expect((due ?? 0) - madeAt).toBeGreaterThan(9_000)
  expect((due ?? 0) - madeAt).toBeLessThan(11_000)
})

test('TX14: a letter goes by the company’s account unless it is said otherwise; an SMS says nothing of it', () => {
  const sender = (message: NewMessage) => {
    const shop = new Assol()
    shop.do('writeMessage', message)
    return messageIn(shop).sender
  }
  expect([sender(LETTER), sender({ ...LETTER, sender: 'author' }), sender({ ...SMS, sender: 'author' })]).toEqual([
    'company',
    'author',
    null,
  ])
})

test('TX15: a letter goes to several readers, each once, and says what it answers, by which account, and when', () => {
  const shop = new Assol()
  const said = { account: 'a1', answers: 'letters/l1', forwards: null, quote: 'Иван писал(а):\n\nГотово?' }
  const to = 'Иван <ivan@example.com>; anna@example.com, IVAN@example.com'
  shop.do('writeMessage', { ...LETTER, ...said, to, cc: ['"А, Б" <b@example.com>'], bcc: [], notBefore: START * 2 })
  const read = messageIn(shop)
  expect(read).toMatchObject({ ...said, to: 'ivan@example.com, anna@example.com', cc: ['b@example.com'], bcc: [] })
  expect(read.due).toBe(START * 2)
  expect(shop.refusal('writeMessage', { ...LETTER, to: 'ivan@example.com, anna@' })).toBe('address-wrong')
  expect(shop.refusal('writeMessage', { ...LETTER, cc: ['anna@'] })).toBe('address-wrong')
  expect(shop.refusal('writeMessage', { ...LETTER, quote: 'а'.repeat(40_001) })).toBe('message-long')
})

const PARAMETER = writeBody({ type: 'doc', content: [paragraph([{ type: 'parameter', attrs: { name: 'number' } }])] })

test.each<[string, FailureCode, Partial<NewMessage>]>([
  ['without an address', 'address-missing', { to: ' ' }],
  ['to what is no address', 'address-wrong', { to: 'krylov@' }],
  ['to what is no number', 'address-wrong', { way: 'sms', to: 'krylov@alphamart.example' }],
  ['to an inner line of an office', 'address-wrong', { way: 'sms', to: '+7 812 555-01-00 доб. 12' }],
  ['without words', 'message-empty', { body: ' \n ' }],
  ['with a parameter', 'message-parameter', { body: PARAMETER }],
  ['with too many words', 'message-long', { body: 'а'.repeat(40_001) }],
  ['with a subject that is a text', 'message-long', { subject: 'а'.repeat(251) }],
  ['with too many parts', 'sms-long', { way: 'sms', to: '89161234567', body: 'я'.repeat(671) }],
])('TX11: a message %s is refused', (_what, code, values) => {
  const shop = new Assol()
  expect(shop.refusal('writeMessage', { ...LETTER, ...values })).toBe(code)
})

test('TX12: what waits is called off, by name; what has gone is not', () => {
  const shop = waiting()
  shop.make('people', 'person-A', { name: 'Абдулов' })
  shop.do('cancelMessage', { id: ID })
  const { state, why } = messageIn(shop)
  expect([state, readWhy(why)]).toEqual(['cancelled', { code: 'byHand', params: { who: 'Абдулов' } }])
  expect(shop.refusal('cancelMessage', { id: ID })).toBe('message-not-waiting')
})

test('TX12: what failed, is doubtful, or was called off is asked for again; what waits or has gone is not', () => {
  const shop = waiting()
  expect(shop.refusal('sendAgain', { id: ID })).toBe('message-not-failed')
  for (const [asked, state] of (['failed', 'doubtful'] as const).entries()) {
    shop.do('settleMessage', { id: ID, asked, state, why: null, attempts: 3 })
    shop.do('sendAgain', { id: ID })
    expect(messageIn(shop)).toMatchObject({ state: 'waiting', asked: asked + 1, attempts: null })
  }
  shop.do('cancelMessage', { id: ID })
  shop.do('sendAgain', { id: ID })
  shop.do('settleMessage', { id: ID, asked: 3, state: 'sent', why: null, outer: '<1@assol.example>' })
  const { state, outer, sent } = messageIn(shop)
  expect([state, outer, sent === null]).toEqual(['sent', '<1@assol.example>', false])
  expect(shop.refusal('sendAgain', { id: ID })).toBe('message-not-failed')
})

test('TX12: what was called off, or asked for anew, meanwhile stays so, unless it went all the same', () => {
  const shop = waiting()
  shop.do('cancelMessage', { id: ID })
  shop.do('settleMessage', { id: ID, asked: 0, state: 'failed', why: null })
  shop.do('settleMessage', { id: ID, asked: 0, state: 'waiting', why: null, due: 1 })
  expect(messageIn(shop).state).toBe('cancelled')
  shop.do('sendAgain', { id: ID })
  shop.do('settleMessage', { id: ID, asked: 0, state: 'failed', why: null })
  expect(messageIn(shop)).toMatchObject({ state: 'waiting', asked: 1 })
  shop.do('settleMessage', { id: ID, asked: 0, state: 'sent', why: null })
  shop.do('settleMessage', { id: ID, asked: 1, state: 'doubtful', why: null })
  expect(messageIn(shop).state).toBe('sent')
})

test('TX12: it is tried again later, as long as it waits', () => {
  const shop = waiting()
  shop.do('settleMessage', { id: ID, asked: 0, state: 'waiting', why: null, due: START, attempts: 2 })
  expect(messageIn(shop)).toMatchObject({ state: 'waiting', due: START, attempts: 2 })
})

test('TX11: of several numbers the first mobile one is written to, of addresses the first that is one', () => {
  const numbers = ['+7 812 555-01-00 доб. 3', '+7 812 555-01-00', '8 (916) 123-45-67', '8 (916) 123-45-68']
  expect(bestAddress('sms', numbers, 'RU')).toBe('+79161234567')
  expect(bestAddress('sms', numbers.slice(0, 2), 'RU')).toBe('+78125550100')
  expect(bestAddress('sms', numbers.slice(0, 1), 'RU')).toBeNull()
  expect(bestAddress('letter', ['a@', 'b@c.example', 'd@c.example'], null)).toBe('b@c.example')
})
