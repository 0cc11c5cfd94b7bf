import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { letters } from '../../../shared/letters/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { startMail } from '../testing/smtp.ts'
import { AUTOMATIC_WITHIN, MOST_AUTOMATIC } from './often.ts'

let room: SendingRoom
let server: Awaited<ReturnType<typeof startMail>>
beforeEach(async () => {
  room = await openRoom()
  server = await startMail()
  const from = { fromName: 'Салон', fromAddress: 'shop@example.ru' }
  room.use({ mail: { host: '127.0.0.1', port: server.port, tls: 'none', user: '', password: '', ...from } })
})
afterEach(async () => {
  await room.close()
  await server.stop()
})
const stands = (id: string) => [room.message(id)?.state, readWhy(room.message(id)?.why ?? null)?.code]

test('SN26: one letter too many of rules to a customer waits; those of people and to others go', async () => {
  const [customer, document] = [newId('common', Date.now()), room.full('customers', newId('common', 0))]
  await room.device.openNamed([document])
  room.device.write((tx) => tx.create(customers, customer, { name: 'Анна', email: 'Anna@Example.com' }))
  await room.device.saved([document])
  const hourAgo = Date.now() - 3_600_000
  for (let i = 0; i < MOST_AUTOMATIC; i++)
    room.write({ to: 'Anna@example.com', state: 'sent', sent: hourAgo + i, due: hourAgo })
  room.write({ to: 'anna@example.com', state: 'sent', sent: Date.now() - AUTOMATIC_WITHIN, due: hourAgo })
  await room.saved()
  await room.startSender()
  const [late, other, own] = [{}, { to: 'boris@example.com' }, { author: 'anna' }].map((change) =>
    room.write({ customer, ...change }),
  )
  await expect.poll(() => stands(late ?? '')).toEqual(['waiting', 'goesOften'])
  await expect.poll(() => [stands(other ?? '')[0], stands(own ?? '')[0]]).toEqual(['sent', 'sent'])
  expect(room.message(late ?? '')?.due).toBe(hourAgo + AUTOMATIC_WITHIN)
  expect(room.message(late ?? '')?.attempts).toBe(null)
})

test('SN26: a rule does not answer what a program wrote; a person does', async () => {
  const id = newId('common', Date.now())
  const document = room.full('letters', id)
  await room.device.openNamed([document])
  room.device.write((tx) => tx.create(letters, id, { direction: 'in', automatic: 'answer', messageId: 'a@b.example' }))
  await room.device.saved([document])
  await room.startSender()
  const answers = `letters/${id}`
  const [ruled, written] = [room.write({ answers }), room.write({ answers, author: 'anna' })]
  await expect.poll(() => [stands(ruled), stands(written)[0]]).toEqual([['cancelled', 'answersProgram'], 'sent'])
})
