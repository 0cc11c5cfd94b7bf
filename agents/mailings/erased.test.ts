import { afterEach, expect, test } from 'vitest'
import { mailingRecipients } from '../../shared/mailings/collections.ts'
import { readerId } from '../../shared/mailings/reader-id.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { refusal } from '../sending/testing/smtp.ts'
import { takeDeed } from './deeds/take-deed.ts'
import { type MailingRoom, openMailings } from './testing/room.ts'

let room: MailingRoom
afterEach(() => room.close())

const LONG = { timeout: 20_000 }
const many = (count: number) => Array.from({ length: count }, (_, i) => `reader${i}@client.example`)

test('BM19: a reader who is erased while his letter is on its way holds nobody back, and nothing of him comes back', async () => {
  const first = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  room = await openMailings({}, async ({ to: [address = ''] }) => {
    if (address !== erased) return null
    first.resolve()
    await go.promise
    return refusal(550, `5.1.1 No such user: ${address}`)
  })
  const to = many(30)
  const erased = [...to].sort((a, b) => readerId(room.id, a).localeCompare(readerId(room.id, b)))[0] ?? ''
  const customers = await room.begin(to)
  const customer = customers[to.indexOf(erased)] ?? ''
  const { ground } = await room.startMailer()
  await first.promise
  await room.server.eraser.ask({ person: { is: 'customer', customer } }, 'заявление № 1', 'anna')
  await room.server.eraser.idle()
  go.resolve()
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: to.length - 1 })
  expect(new Set(room.mail.taken.map((one) => one.to[0])).size).toBe(to.length - 1)
  expect(room.mail.taken.length).toBe(to.length - 1)
  await expect.poll(() => room.find(mailingRecipients, readerId(room.id, erased))?.to, LONG).toBeNull()
  const reader = () => room.find(mailingRecipients, readerId(room.id, erased))
  const { said, why, name, because } = reader() ?? {}
  expect([said, why, name, because]).toEqual([null, null, null, null])
  const deed = { did: 'unsubscribed', recipient: readerId(room.id, erased), by: 'unsubscribePage', at: 5 } as const
  await takeDeed(ground as unknown as AgentGround, { ...deed, reason: `Пишите на ${erased}` })
  await expect.poll(() => reader()?.unsubscribed).toBe(5)
  expect(reader()?.reason).toBeNull()
}, 60_000)
