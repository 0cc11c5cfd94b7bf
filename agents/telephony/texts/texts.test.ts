import { afterEach, beforeEach, expect, test } from 'vitest'
import { devices, people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Board } from '../requests/board.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from '../testing/bridge-room.ts'
import { json, SimulatedPhone } from '../testing/phone.ts'
import { phoneGate } from './phone-gate.ts'

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
  await room.desk.openNamed([documentOf(room.server.company, messages.family, newId(COMMON, Date.now()))])
})
afterEach(() => room.close())

/** Writes an SMS at the desk that is due. */
function write(phone = 'phone'): string {
  const id = newId(COMMON, Date.now())
  const values = { way: 'sms', state: 'waiting', to: '+79161234567', phone, due: Date.now(), author: 'max' } as const
  room.desk.write((tx) => tx.create(messages, id, { ...values, body: writeBody(bodyOfText('Заказ готов')) }))
  return id
}
const message = (id: string) => [...room.desk.rows(messages)].find((one) => one.id === id)

test('BR12: an SMS waits for its phone, is asked for once, and stands as the phone says', async () => {
  const id = write()
  const { url } = await room.bridge()
  const line = await new SimulatedPhone(url, phoneOf()).line()
  await expect.poll(() => line.heard).toHaveLength(1)
  const asked = { id: `${id}.0`, what: 'text', number: '+79161234567', text: 'Заказ готов' }
  expect(line.heard).toMatchObject([{ type: 'request', request: asked }])
  for (let times = 0; times < 2; times++) line.say({ type: 'outcome', id: asked.id, outcome: { outcome: 'done' } })
  await expect.poll(() => message(id)).toMatchObject({ state: 'sent', outer: asked.id, attempts: 1 })
  await expect.poll(() => line.heard).toHaveLength(3)
  expect(line.heard.slice(1)).toEqual([1, 2].map(() => ({ type: 'taken', id: asked.id })))
  const second = write()
  await expect.poll(() => line.heard).toHaveLength(4)
  line.say({ type: 'outcome', id: `${second}.0`, outcome: { outcome: 'failed' } })
  await expect.poll(() => message(second)?.state).toBe('failed')
})

test('BR15: a phone sends what its owner wrote, not what a colleague wrote or changed', async () => {
  const other = await room.taker()
  await room.server.author.write((tx) => {
    tx.create(people, 'boris', { name: 'Борис', user: 'boris-account' })
    tx.set(devices, room.desk.pass.replica, { person: 'max' })
    tx.set(devices, other.replica.pass.replica, { person: 'boris' })
  })
  const changed = write()
  const document = documentOf(room.server.company, messages.family, changed)
  await other.documents.hold([document], async () => {
    await expect
      .poll(() => {
        other.replica.write((tx) => tx.find(messages, changed) && tx.set(messages, changed, { to: '+79990000000' }))
        return message(changed)?.to
      })
      .toBe('+79990000000')
  })
  const { url } = await room.bridge()
  await expect
    .poll(() => message(changed))
    .toMatchObject({ state: 'failed', why: expect.stringContaining('phoneOfOther') })
  const line = await new SimulatedPhone(url, phoneOf()).line()
  const own = write()
  await expect.poll(() => line.heard).toMatchObject([{ request: { id: `${own}.0` } }])
  line.say({ type: 'outcome', id: `${own}.0`, outcome: { outcome: 'done' } })
  await expect.poll(() => message(own)?.state).toBe('sent')
})

test('BR12: a bridge that stops before the phone was asked lets the SMS wait; a phone that is no more fails it', async () => {
  const first = await room.bridge()
  const phone = new SimulatedPhone(first.url, phoneOf())
  await phone.ask('/phone/v1/requests')
  const id = write()
  await expect
    .poll(async () => (await phone.ask('/phone/v1/requests?wait=1')).body)
    .toMatchObject({ requests: [{ what: 'text' }] })
  const done = { method: 'POST', ...json({ outcome: 'done' }) }
  expect((await phone.ask(`/phone/v1/requests/${id}.0`, done)).status).toBe(200)
  await expect.poll(() => message(id)?.state).toBe('sent')
  const gone = write('nobody')
  await expect.poll(() => message(gone)).toMatchObject({ state: 'failed', why: expect.stringContaining('phoneGone') })
})

test('BR12: what a phone does not take is tried again, what it took and says nothing of nobody knows', async () => {
  const [board, stopping] = [new Board(), new AbortController()]
  const sms = { id: 'a', to: '+79161234567', text: 'Готов' }
  const held = phoneOf()
  expect(await phoneGate(board, held, stopping.signal, 20).send(sms)).toMatchObject({ is: 'later', of: 'message' })
  const stop = board.listen(held, () => undefined)
  expect(await phoneGate(board, held, stopping.signal, 20).send(sms)).toMatchObject({ is: 'doubtful' })
  stop()
  const waiting = phoneGate(board, held, stopping.signal).send(sms)
  stopping.abort()
  expect(await waiting).toMatchObject({ is: 'later' })
})
