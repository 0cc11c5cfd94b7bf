import { once } from 'node:events'
import { createServer } from 'node:net'
import smpp from 'smpp'
import { afterEach, expect, test } from 'vitest'
import type { Smpp } from '../../../../shared/messages/sending.ts'
import { SMPP_RIGHT, type SmppVerdict, startSmpp } from '../../testing/smpp.ts'
import type { Gate, Sms } from '../gate.ts'
import { smppGate } from './smpp.ts'

const SMS: Sms = { id: 'a', to: '+79161234567', text: 'Заказ № 7 готов' }
const ends: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function gate(change: Partial<Smpp<string>>, patience = { answer: 500, pulse: 30_000 }): Gate {
  const settings = { kind: 'smpp', host: '127.0.0.1', port: 0, tls: false, sender: 'Zarya', ...SMPP_RIGHT } as const
  const made = smppGate({ ...settings, ...change }, patience)
  ends.push(() => made.close())
  return made
}

async function start(verdict?: () => SmppVerdict) {
  const server = await startSmpp(verdict)
  ends.push(server.stop)
  return server
}

test('SN6: an SMS goes with its text, its number and who writes, and is called as the gateway calls it', async () => {
  const server = await start()
  expect(await gate({ port: server.port }).send(SMS)).toMatchObject({ is: 'sent', outer: 'm1' })
  expect(server.taken[0]).toMatchObject({
    destination_addr: '79161234567',
    source_addr: 'Zarya',
    source_addr_ton: 5,
    data_coding: 8,
    short_message: { message: SMS.text },
  })
})

test('SN6: latin letters go as GSM; what needs more than one SMS goes whole; all over one line', async () => {
  const server = await start()
  const { send } = gate({ port: server.port, sender: '+7 495 000-00-00' })
  const long = 'Ваш заказ принят. '.repeat(30)
  await Promise.all([send({ ...SMS, text: 'Ready {7}' }), send({ ...SMS, text: long })])
  const [short, whole] = server.taken
  expect(short).toMatchObject({ data_coding: 0, source_addr: '74950000000', source_addr_ton: 1 })
  expect(short?.short_message?.message).toBe('Ready {7}')
  expect(whole?.message_payload?.message).toBe(long)
  expect(server.sessions).toHaveLength(1)
})

test('SN7: a gateway that wants it slower, or is full, gets it later; what it refuses fails, by name', async () => {
  const said: SmppVerdict[] = [smpp.errors.ESME_RTHROTTLED ?? 0, smpp.errors.ESME_RINVDSTADR ?? 0, 0]
  const server = await start(() => said.shift() ?? 0)
  const { send } = gate({ port: server.port })
  expect(await send(SMS)).toMatchObject({ is: 'later', of: 'server', why: { params: { answer: 'ESME_RTHROTTLED' } } })
  expect(await send(SMS)).toEqual({ is: 'failed', why: { code: 'declined', params: { answer: 'ESME_RINVDSTADR' } } })
  expect(await send(SMS)).toMatchObject({ is: 'sent' })
})

test('SN7: a wrong password, a gateway that is not there and one that says nothing wait for better days', async () => {
  const server = await start()
  const wrong = await gate({ port: server.port, password: 'no' }).send(SMS)
  expect(wrong).toMatchObject({ is: 'later', of: 'server', why: { code: 'signInRefused' } })
  const mute = createServer((socket) => ends.push(() => void socket.destroy()))
  await once(mute.listen(0, '127.0.0.1'), 'listening')
  ends.push(() => void mute.close())
  const address = mute.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  expect(await gate({ port }).send(SMS)).toMatchObject({ is: 'later', why: { code: 'noAnswer' } })
  await server.stop()
  expect(await gate({ port: server.port }).send(SMS)).toMatchObject({ is: 'later', why: { code: 'unreachable' } })
  ends.splice(ends.indexOf(server.stop), 1)
})

test('SN8: a line that breaks behind the SMS, or an answer that does not come, leaves it doubtful; the next goes over another', async () => {
  const said: SmppVerdict[] = ['cut', 'silent', 0]
  const server = await start(() => said.shift() ?? 0)
  const { send } = gate({ port: server.port })
  const unknown = { is: 'doubtful', why: { code: 'outcomeUnknown', params: {} } }
  expect(await send(SMS)).toEqual(unknown)
  expect(await send(SMS)).toEqual(unknown)
  expect(await send(SMS)).toMatchObject({ is: 'sent' })
  expect(server.sessions.length).toBeGreaterThan(1)
})

test('SN6: a line is kept by asking whether the other side is there; what it asks is answered; its end is taken leave of', async () => {
  const server = await start()
  const made = gate({ port: server.port }, { answer: 500, pulse: 20 })
  await made.send(SMS)
  await expect.poll(() => server.heard.filter((one) => one === 'enquire_link').length).toBeGreaterThan(2)
  const [session] = server.sessions
  const answered = new Promise((resolve) => session?.enquire_link({}, resolve))
  expect(await answered).toMatchObject({ command: 'enquire_link_resp' })
  made.close()
  await expect.poll(() => server.heard).toContain('unbind')
})
