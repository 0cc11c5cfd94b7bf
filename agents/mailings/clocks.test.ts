import { afterEach, expect, test } from 'vitest'
import { setConsent } from '../../shared/mailings/acts/commands.ts'
import { mailingConsents, mailingRecipients } from '../../shared/mailings/collections.ts'
import { isWithdrawn } from '../../shared/mailings/consent.ts'
import { consentId } from '../../shared/mailings/consent-id.ts'
import { readerId } from '../../shared/mailings/reader-id.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { takeDeed } from './deeds/take-deed.ts'
import { Waiting } from './running/waiting.ts'
import { type MailingRoom, openMailings } from './testing/room.ts'

const DAY = 86_400_000
let room: MailingRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

test('BM10: a mailing whose last letter went by a clock a day ahead goes on at its pace, not a day later', async () => {
  room = await openMailings()
  const { device, id } = room
  const to = Array.from({ length: 5 }, (_, i) => `reader${i}@client.example`)
  await room.begin(to, { perHour: 36_000 })
  device.write((tx) =>
    tx.set(mailingRecipients, readerId(id, to[0] ?? ''), { state: 'sent', sent: Date.now() + DAY, attempts: 1 }),
  )
  await room.saved()
  await room.startMailer()
  await expect.poll(() => room?.mailing(), { timeout: 10_000 }).toMatchObject({ state: 'finished', sent: 5 })
  expect(room.mail.taken.length).toBe(4)
})

test('BM15: a reader who was to be tried again by a clock that has been set back is tried all the same', () => {
  const readers = [{ id: 'm_1', state: 'waiting', gone: false, sent: null }]
  const waiting = new Waiting({ rowsIn: () => readers.values() as never }, 'C/mailings/m')
  const now = Date.now()
  waiting.put('m_1', now + 60_000)
  expect([waiting.take(now), waiting.take(now + 60_000)]).toEqual([null, 'm_1'])
  waiting.put('m_1', now + DAY)
  expect(waiting.take(now)).toBe('m_1')
})

test('BM3: who unsubscribes at a door whose clock is a day behind is told nothing more', async () => {
  room = await openMailings()
  const { device, id, find } = room
  const [anna = '', next = ''] = ['anna@client.example', 'next@client.example']
  await room.begin([anna, next], { wantsConsent: true, state: 'paused' })
  const agrees = (to: string) => ({ id: consentId('letter', to), way: 'letter' as const, to, customer: null })
  device.write((tx) => {
    for (const to of [anna, next]) setConsent(tx, { ...agrees(to), agrees: true, by: 'siteForm' })
    tx.set(mailingRecipients, readerId(id, anna), { state: 'sent', sent: Date.now() + 1 })
  })
  await room.saved()
  const { ground } = await room.startMailer()
  const deed = { did: 'unsubscribed', recipient: readerId(id, anna), by: 'oneClick', reason: '' } as const
  await takeDeed(ground as unknown as AgentGround, { ...deed, at: Date.now() - DAY })
  await expect.poll(() => isWithdrawn(find(mailingConsents, consentId('letter', anna)))).toBe(true)
})
