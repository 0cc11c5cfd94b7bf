import { ownCircle } from '../../../../../shared/documents/documents.ts'
import { sharedId } from '../../../../../shared/letters/ids.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import type { TestDevice } from '../test-device.ts'
import { customer, fresh, order, START } from './made.ts'
import type { Ways } from './way.ts'

const VALUES = { direction: 'in', subject: 'Смета', fromAddress: 'ivan@client.example', snippet: 'Пришлите смету' }

async function letter(device: TestDevice) {
  const about = fresh('letters', device)
  await device.run('createRecord', { ...about, values: VALUES })
  return about
}

/** A letter of the person’s own. */
async function own(device: TestDevice) {
  const about = { collection: 'ownLetters', id: newId(ownCircle(device.user), device.session.now) } as const
  const places = { inbox: { account: 'annas', folder: 'INBOX', seen: true, place: null } }
  await device.run('createRecord', { ...about, values: { ...VALUES, places } })
  return about
}

const twin = ({ id }: { readonly id: string }) => ({ collection: 'letters', id: sharedId(id) }) as const

type Commands =
  | 'bindLetter'
  | 'unbindLetter'
  | 'putLetterIntoOrder'
  | 'shareLetter'
  | 'makeContactFrom'
  | 'makeOrderFrom'
  | 'makeEventFrom'
  | 'makeJobFrom'
  | 'markLetters'
  | 'moveLetters'

/** Letters: whom they are from, whose they are, what is made from them. */
export const LETTER_WAYS: Ways<Commands> = {
  bindLetter: {
    'with others of the sender': async ({ one }) => {
      const [about, other, { id }] = [await letter(one), await letter(one), await customer(one)]
      return { args: { ids: [about.id, other.id], customer: id }, about: [about, other] }
    },
    'one of the own': async ({ one }) => {
      const [about, { id }] = [await own(one), await customer(one)]
      return { args: { ids: [about.id], customer: id }, about: [about, twin(about)] }
    },
  },
  unbindLetter: {
    'one that was bound': async ({ one }) => {
      const [about, { id }] = [await letter(one), await customer(one)]
      await one.run('bindLetter', { ids: [about.id], customer: id })
      return { args: { ids: [about.id] }, about: [about] }
    },
  },
  putLetterIntoOrder: {
    'an order': async ({ one }) => {
      const [about, { id }] = [await letter(one), await order(one)]
      return { args: { ids: [about.id], order: id }, about: [about] }
    },
  },
  shareLetter: {
    'one of the own': async ({ one }) => {
      const about = await own(one)
      return { args: { ids: [about.id] }, about: [about, twin(about)] }
    },
  },
  makeContactFrom: {
    'a new customer': async ({ one }) => {
      const [about, made] = [await letter(one), fresh('customers', one)]
      const person = { name: 'Иван', address: VALUES.fromAddress, phones: ['+79161234567', '+79161234568'] }
      return { args: { ids: [about.id], customer: made.id, ...person }, about: [about, made] }
    },
    'a contact of one that is there': async ({ one }) => {
      const [about, made] = [await letter(one), await customer(one)]
      const person = { name: 'Иван', address: VALUES.fromAddress, phones: ['+79161234567'] }
      return { args: { ids: [about.id], customer: made.id, ...person }, about: [about, made] }
    },
  },
  makeOrderFrom: {
    'of a letter': async ({ one }) => {
      const [about, made] = [await letter(one), fresh('orders', one)]
      return { args: { letter: about.id, id: made.id, sort: 'work', start: START }, about: [about, made] }
    },
  },
  markLetters: {
    'one of the own, as not read': async ({ one }) => {
      const about = await own(one)
      return { args: { records: [about], seen: false }, about: [about] }
    },
  },
  moveLetters: {
    'to another folder': async ({ one }) => {
      const about = await own(one)
      return { args: { records: [about], to: { folder: 'Счета' } }, about: [about] }
    },
  },
  makeEventFrom: {
    'of a letter': async ({ one }) => {
      const [about, made] = [await letter(one), fresh('events', one)]
      return { args: { letter: about.id, id: made.id }, about: [about, made] }
    },
  },
  makeJobFrom: {
    'of one of the own': async ({ one }) => {
      const [about, made] = [await own(one), fresh('jobs', one)]
      return { args: { letter: about.id, id: made.id }, about: [made, twin(about)] }
    },
  },
}
