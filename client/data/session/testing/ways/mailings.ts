import { consentId } from '../../../../../shared/mailings/consent-id.ts'
import { readerId } from '../../../../../shared/mailings/reader-id.ts'
import { newEntryId } from '../../../../../shared/records/keys/id.ts'
import type { TestDevice } from '../test-device.ts'
import { customer } from './made.ts'
import type { Ways } from './way.ts'

const TO = 'anna@example.com'
const OTHER = 'boris@example.com'

async function mailing(device: TestDevice) {
  const about = { collection: 'mailings', id: newEntryId() } as const
  await device.run('createRecord', { ...about, values: { name: 'Новости', way: 'letter', state: 'prepared' } })
  return about
}

async function frozen(device: TestDevice) {
  const [about, { id }] = [await mailing(device), await customer(device)]
  const reader = { customer: id, contact: null, to: TO, name: 'Анна', because: 'Список' }
  await device.run('freezeReaders', { id: about.id, readers: [reader] })
  return { about, reader, read: { collection: 'mailingRecipients', id: readerId(about.id, TO) } as const }
}

async function begun(device: TestDevice) {
  const made = await frozen(device)
  await device.run('beginMailing', { id: made.about.id, all: 1 })
  return made
}

type Commands =
  | 'freezeReaders'
  | 'dropReaders'
  | 'beginMailing'
  | 'turnMailing'
  | 'settleReaders'
  | 'askForTest'
  | 'setConsent'
  | 'takeConsents'

/** Mailings: whom they go to, begun, turned, and what was said of them. */
export const MAILING_WAYS: Ways<Commands> = {
  freezeReaders: {
    'one reader': async ({ one }) => {
      const [about, { id: customerId }] = [await mailing(one), await customer(one)]
      const readers = [{ customer: customerId, contact: null, to: TO, name: 'Анна', because: 'Список' }]
      const read = { collection: 'mailingRecipients', id: readerId(about.id, TO) } as const
      return { args: { id: about.id, readers }, about: [read] }
    },
  },
  dropReaders: {
    'of one that was not begun': async ({ one }) => {
      const { about, read } = await frozen(one)
      return { args: { id: about.id, readers: [read.id] }, about: [read] }
    },
  },
  beginMailing: {
    'with a reader': async ({ one }) => {
      const { about } = await frozen(one)
      return { args: { id: about.id, all: 1 }, about: [about] }
    },
  },
  turnMailing: {
    paused: async ({ one }) => {
      const { about } = await begun(one)
      return { args: { id: about.id, to: 'paused' }, about: [about] }
    },
    'stopped for good': async ({ one }) => {
      const { about } = await begun(one)
      return { args: { id: about.id, to: 'stopped' }, about: [about] }
    },
  },
  settleReaders: {
    'asked for again': async ({ one }) => {
      const { about, read } = await begun(one)
      await one.run('setRecord', { ...read, values: { state: 'doubtful' } })
      return { args: { id: about.id, readers: [read.id], as: 'again' }, about: [read] }
    },
  },
  askForTest: {
    'to oneself': async ({ one }) => {
      const about = await mailing(one)
      return { args: { id: about.id, to: TO, customer: null }, about: [about] }
    },
  },
  takeConsents: {
    'of a file': async () => {
      const about = { collection: 'mailingConsents', id: consentId('letter', OTHER) } as const
      const row = {
        way: 'letter',
        to: OTHER,
        customer: null,
        agrees: true,
        at: Date.UTC(2026, 0, 1),
        by: 'paperForm',
      } as const
      return { args: { consents: [{ ...row, where: 'Выставка' }] }, about: [about] }
    },
  },
  setConsent: {
    'given for the first time': async () => {
      const about = { collection: 'mailingConsents', id: consentId('letter', TO) } as const
      const args = { id: about.id, way: 'letter', to: TO, customer: null, agrees: true, by: 'spoken' } as const
      return { args, about: [about] }
    },
  },
}
