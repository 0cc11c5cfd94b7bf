import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { SERVICE_KEY } from '../../../sync-server/http/testing/server.ts'
import { readPhones, tellBridge } from '../../runtime/server/settings/phones.ts'
import { type BridgeRoom, MAX, openBridgeRoom } from '../testing/bridge-room.ts'
import { SimulatedPhone } from '../testing/phone.ts'

let room: BridgeRoom
beforeAll(async () => {
  room = await openBridgeRoom()
  await room.server.addUser(MAX.user)
})
afterAll(() => room.close())

/** A phone of Max, paired by a code as people do it; it knows the server's address, not the bridge's. */
async function pairedPhone() {
  const { telephony, url, browser } = room.server
  const { code } = await telephony.pairing.code(MAX.user, { name: 'Мой', way: 'program' }, Date.now())
  const { phone: id, key } = (await browser().post('/phone/v1/pair', { code })).body as unknown as Paired
  return { id, phone: new SimulatedPhone(url, { id, key }) }
}

test('PH6, PH11, PH13: a phone that was paired speaks through the server to the bridge, by all ways, until it is removed', async () => {
  const { telephony, url } = room.server
  const server = { address: url, secret: SERVICE_KEY }
  const how = { log: pino({ level: 'silent' }), signal: AbortSignal.timeout(30_000) }
  const { id, phone } = await pairedPhone()
  const early = phone.report({ call: '1', what: 'ringing', number: '+79161234567' })
  const bridge = await room.bridge({ phones: () => readPhones(server, how) })
  await tellBridge(server, { url: bridge.url }, how)
  expect(await early).toMatchObject({ status: 200, body: { taken: 1 } })
  await expect.poll(() => room.calls()).toMatchObject([{ state: 'ringing', phone: id, number: '+79161234567' }])
  const signed = await phone.signed('/phone/v1/reports', { call: '1', what: 'answered' })
  expect(signed).toMatchObject({ status: 200, body: { taken: 1 } })
  const line = await phone.line()
  line.say({ type: 'report', id: 'a', report: { call: '1', what: 'ended' } })
  await expect.poll(() => room.calls()).toMatchObject([{ state: 'ended' }])
  const seen = async () => (await telephony.phones.list({ user: MAX.user, isKeeper: false }))[0]?.seen
  await expect.poll(seen).toBeGreaterThan(0)
  await telephony.phones.remove(id, { user: MAX.user, isKeeper: false })
  const refused = async () => (await phone.report({ call: '2', what: 'ringing' })).body.code
  await expect.poll(refused).toBe('phone-off')
  const known = room.calls().length
  expect((await phone.report({ call: '3', what: 'ringing' })).status).toBe(403)
  expect(room.calls()).toHaveLength(known)
})
