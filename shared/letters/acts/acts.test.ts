import { expect, test } from 'vitest'
import { customers } from '../../customers/collections.ts'
import { ownCircle } from '../../documents/documents.ts'
import { events } from '../../events/collections.ts'
import { jobs } from '../../jobs/collections.ts'
import { ORDER, OTHER, type Shop, shopWithOrder } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { letters, ownLetters } from '../collections.ts'
import { sharedId } from '../ids.ts'

const idOf = (name: string, circle = 'common') => derivedId(circle, START, 'test', name)
const [LETTER, SECOND, CUSTOMER] = [idOf('letter'), idOf('second'), idOf('customer')]
const OWN = idOf('own', ownCircle('anna'))
const VALUES = { direction: 'in', subject: 'Смета', fromAddress: 'ivan@client.example', snippet: 'Пришлите' } as const
const PLACE = { account: 'annas', folder: 'INBOX', seen: true }

function shopWithLetters(): Shop {
  const shop = shopWithOrder()
  shop.run((tx) => {
    tx.create(customers, CUSTOMER, { name: 'Ромашка' })
    for (const id of [LETTER, SECOND]) tx.create(letters, id, { ...VALUES, sent: START })
    tx.create(ownLetters, OWN, {
      ...VALUES,
      places: { inbox: PLACE },
      attachments: { e0: { name: 'план.pdf', hash: 'a'.repeat(64) } },
    })
  })
  return shop
}

const letter = (shop: Shop, id = LETTER) => shop.row(letters, id)

test('MP4: a letter of a person’s own that is bound or shown is everybody’s, with its places and enclosures', () => {
  for (const deed of ['bindLetter', 'shareLetter'] as const) {
    const shop = shopWithLetters()
    shop.do(deed, { ids: [OWN], customer: CUSTOMER })
    expect(letter(shop, sharedId(OWN))).toMatchObject({
      ...{ subject: 'Смета', customer: deed === 'bindLetter' ? CUSTOMER : null },
      places: [{ id: 'inbox', account: 'annas', folder: 'INBOX', seen: true }],
      attachments: [{ id: 'e0', name: 'план.pdf' }],
    })
    expect(shop.row(ownLetters, OWN), 'the own one stays as it is').toMatchObject({ customer: null, gone: false })
  }
})

test('MP4: undone, it is the person’s own again; bound once more, its twin comes back', () => {
  const shop = shopWithLetters()
  const act = shop.do('bindLetter', { ids: [OWN], customer: CUSTOMER })
  shop.do('undoAct', { act })
  expect(letter(shop, sharedId(OWN)).gone).toBe(true)
  shop.do('bindLetter', { ids: [OWN], customer: CUSTOMER })
  expect(letter(shop, sharedId(OWN))).toMatchObject({ gone: false, customer: CUSTOMER, boundBy: 'chosen' })
})

test('MP12: who binds a letter takes the sender’s others along; taken out, it stays out as chosen', () => {
  const shop = shopWithLetters()
  shop.do('bindLetter', { ids: [LETTER, SECOND], customer: CUSTOMER, contact: 'anna' })
  for (const id of [LETTER, SECOND])
    expect(letter(shop, id)).toMatchObject({ customer: CUSTOMER, contact: 'anna', boundBy: 'chosen' })
  shop.do('unbindLetter', { ids: [LETTER] })
  expect(letter(shop)).toMatchObject({ customer: null, contact: null, order: null, boundBy: 'chosen' })
})

test('MP12: put into an order, a letter is its customer’s', () => {
  const shop = shopWithLetters()
  shop.do('createOrder', {
    id: OTHER,
    fields: { sort: 'customer', customer: CUSTOMER },
    lines: [],
    start: { kind: 'kitchens', state: 'new' },
  })
  shop.do('putLetterIntoOrder', { ids: [LETTER], order: OTHER })
  expect(letter(shop)).toMatchObject({ customer: CUSTOMER, order: OTHER })
  shop.do('putLetterIntoOrder', { ids: [LETTER], order: null })
  expect(letter(shop)).toMatchObject({ customer: CUSTOMER, order: null })
})

test('MP13: who wrote becomes a customer, or a contact of one, with address and phones, and the letters are theirs', () => {
  const shop = shopWithLetters()
  const person = { name: 'Иван Петров', address: 'ivan@client.example', phones: ['+79161234567', '+79161234568'] }
  const made = idOf('made')
  shop.do('makeContactFrom', { ids: [LETTER], customer: made, ...person })
  expect(shop.row(customers, made)).toMatchObject({
    ...{ name: 'Иван Петров', type: 'person', email: 'ivan@client.example', phone: '+79161234567' },
    phones: [{ contact: null, number: '+79161234568' }],
  })
  expect(letter(shop)).toMatchObject({ customer: made, contact: null })
  shop.do('makeContactFrom', { ids: [SECOND], customer: CUSTOMER, ...person, post: 'директор' })
  const { contacts, emails, phones } = shop.row(customers, CUSTOMER)
  const contact = contacts[0]?.id
  expect(contacts).toMatchObject([{ name: 'Иван Петров', post: 'директор' }])
  expect(emails).toMatchObject([{ contact, email: 'ivan@client.example' }])
  expect(phones.map(({ number }) => number)).toEqual(person.phones)
  expect(letter(shop, SECOND)).toMatchObject({ customer: CUSTOMER, contact })
})

test('MP14: orders, events and jobs are made from a letter, which they name; the order has it then', () => {
  const shop = shopWithLetters()
  shop.do('bindLetter', { ids: [LETTER], customer: CUSTOMER })
  const [event, job] = [idOf('event'), idOf('job')]
  shop.do('makeOrderFrom', { letter: LETTER, id: OTHER, sort: 'customer', start: { kind: 'kitchens', state: 'new' } })
  shop.do('makeEventFrom', { letter: LETTER, id: event })
  shop.do('makeJobFrom', { letter: OWN, id: job, values: { subject: 'Ответить' } })
  expect(shop.order(OTHER)).toMatchObject({ customer: CUSTOMER, note: 'Смета\nПришлите', basis: `letters/${LETTER}` })
  expect(letter(shop).order).toBe(OTHER)
  expect(shop.row(events, event)).toMatchObject({
    ...{ kind: 'letter', direction: 'in', subject: 'Смета', customer: CUSTOMER, address: 'ivan@client.example' },
    ...{ start: START, basis: `letters/${LETTER}` },
  })
  expect(shop.row(jobs, job)).toMatchObject({ subject: 'Ответить', basis: `letters/${sharedId(OWN)}` })
})

test('MP14: an order that is recorded on a letter has it and its thread, but for what is in another order or another customer’s', () => {
  const shop = shopWithLetters()
  const [other, taken] = [idOf('other'), idOf('taken')]
  shop.run((tx) => {
    tx.create(customers, other, { name: 'Василек' })
    tx.create(letters, taken, { ...VALUES, customer: CUSTOMER, order: ORDER })
    tx.create(letters, idOf('others'), { ...VALUES, customer: other })
  })
  const act = shop.do('createOrder', {
    id: OTHER,
    fields: { sort: 'customer', customer: CUSTOMER, basis: `letters/${LETTER}` },
    lines: [],
    start: { kind: 'kitchens', state: 'new' },
    thread: [LETTER, SECOND, OWN, taken, idOf('others'), idOf('nowhere')],
  })
  for (const id of [LETTER, SECOND, sharedId(OWN)])
    expect(letter(shop, id)).toMatchObject({ customer: CUSTOMER, order: OTHER })
  expect(letter(shop, taken).order).toBe(ORDER)
  expect(letter(shop, idOf('others'))).toMatchObject({ customer: other, order: null })
  shop.do('undoAct', { act })
  expect(letter(shop)).toMatchObject({ customer: null, order: null, boundBy: null })
})
