import type { TestDevice } from '../test-device.ts'
import { fresh, tagged } from './made.ts'
import type { Ways } from './way.ts'

async function said(device: TestDevice) {
  const customer = await tagged(device)
  const about = fresh('comments', device)
  await device.run('addComment', { id: about.id, about: `customers/${customer.id}`, text: 'Перезвонить <@mira>' })
  return about
}

/** What is said about a record. */
export const COMMENT_WAYS: Ways<'addComment' | 'editComment' | 'removeComment'> = {
  addComment: {
    'a first one': async ({ one }) => {
      const customer = await tagged(one)
      const about = fresh('comments', one)
      return { args: { id: about.id, about: `customers/${customer.id}`, text: 'Перезвонить' }, about: [about] }
    },
    'an answer': async ({ one }) => {
      const [answers, about] = [await said(one), fresh('comments', one)]
      const args = { id: about.id, about: 'customers/any', text: 'Да', answers: answers.id, read: one.session.now }
      return { args, about: [about] }
    },
  },
  editComment: {
    'another text': async ({ one }) => {
      const about = await said(one)
      return { args: { id: about.id, text: 'Перезвонили' }, about: [about] }
    },
  },
  removeComment: {
    'one that one has made': async ({ one }) => {
      const about = await said(one)
      return { args: { id: about.id }, about: [about] }
    },
  },
}

async function written(device: TestDevice) {
  const about = fresh('messages', device)
  await device.run('writeMessage', { id: about.id, way: 'letter', to: 'mira@assol.example', body: 'Готово' })
  return about
}

/** What is sent. */
export const MESSAGE_WAYS: Ways<'writeMessage' | 'cancelMessage' | 'sendAgain' | 'settleMessage'> = {
  writeMessage: {
    'an SMS': async ({ one }) => {
      const about = fresh('messages', one)
      return { args: { id: about.id, way: 'sms', to: '+7 916 123-45-67', body: 'Готово' }, about: [about] }
    },
  },
  cancelMessage: {
    'one that waits': async ({ one }) => {
      const about = await written(one)
      return { args: { id: about.id }, about: [about] }
    },
  },
  sendAgain: {
    'one that was called off': async ({ one }) => {
      const about = await written(one)
      await one.run('cancelMessage', { id: about.id })
      return { args: { id: about.id }, about: [about] }
    },
  },
  settleMessage: {
    'one that has gone': async ({ one }) => {
      const about = await written(one)
      return { args: { id: about.id, asked: 0, state: 'sent', why: null, outer: '<1@assol.example>' }, about: [about] }
    },
  },
}
