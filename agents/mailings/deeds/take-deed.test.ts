import { afterAll, beforeAll, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { mailingConsents, mailingRecipients, mailings } from '../../../shared/mailings/collections.ts'
import { consentId } from '../../../shared/mailings/consent-id.ts'
import type { ReaderDeed } from '../../../shared/mailings/deeds.ts'
import { readerId } from '../../../shared/mailings/reader-id.ts'
import { newEntryId, newId } from '../../../shared/records/keys/id.ts'
import { findIn } from '../../runtime/find.ts'
import { openRoom, type SendingRoom } from '../../sending/testing/room.ts'
import { takeDeed } from './take-deed.ts'

const MAILING = newEntryId()
const TO = 'anna@example.com'
const READER = readerId(MAILING, TO)
let room: SendingRoom
let ground: Parameters<typeof takeDeed>[0]

beforeAll(async () => {
  room = await openRoom()
  const idle = { name: 'idle', run: async () => undefined }
  ground = (await room.startSender(undefined, idle)).ground as unknown as typeof ground
  const documents = ['automation', 'customers/common', `mailings/${MAILING}`]
  await room.device.open(...documents)
  const customer = newId('common', Date.now())
  room.device.write((tx) => {
    tx.create(customers, customer, { name: 'Анна', email: TO })
    tx.create(mailings, MAILING, { name: 'Новости', way: 'letter', state: 'running', all: 1 })
    tx.create(mailingRecipients, READER, { to: TO, customer, state: 'sent', sent: 1 })
  })
  await room.device.saved(documents.map((name) => `${room.server.company}/${name}`))
})
afterAll(() => room.close())

const unsubscribed: ReaderDeed = { did: 'unsubscribed', at: 5, recipient: READER, by: 'oneClick', reason: 'Часто' }

test('BM4, BM5: what a reader did stands with the reader, with the address and in the figures', async () => {
  await takeDeed(ground, { did: 'opened', at: 3, recipient: READER })
  await takeDeed(ground, unsubscribed)
  await takeDeed(ground, unsubscribed)
  const find = findIn(room.device)
  await expect
    .poll(() => find(mailingRecipients, READER))
    .toMatchObject({ opened: 3, unsubscribed: 5, reason: 'Часто' })
  await expect
    .poll(() => find(mailingConsents, consentId('letter', TO)))
    .toMatchObject({ way: 'letter', to: TO, withdrawn: 5, withdrawnBy: 'oneClick', mailing: MAILING, given: null })
  await expect
    .poll(() => find(mailings, MAILING), { timeout: 5000 })
    .toMatchObject({ sent: 1, opened: 1, unsubscribed: 1, clicked: 0 })
})

test('BM4: a deed of nobody changes nothing', async () => {
  const nobody = readerId(MAILING, 'nobody@example.com')
  await takeDeed(ground, { did: 'opened', at: 1, recipient: nobody })
  await takeDeed(ground, { did: 'opened', at: 1, recipient: 'nonsense' })
  expect(findIn(room.device)(mailingRecipients, nobody)).toBeNull()
})
