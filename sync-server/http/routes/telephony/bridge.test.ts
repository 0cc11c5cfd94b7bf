import { once } from 'node:events'
import { request } from 'node:http'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PairingCode, PhoneList } from '../../../../shared/calls/phones.ts'
import type { Paired } from '../../../../shared/calls/protocol.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import { startBridge, type TestBridge } from '../../testing/bridge.ts'
import type { Browser } from '../../testing/browser.ts'
import { SERVICE_KEY, startCompany, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const LINE = '0123456789abcdef0123'
const TOO_LARGE = 413
const NUMBER = '79161234567'

let server: TestServer
let owner: Browser
let bridge: TestBridge
let logged: string
const open: WebSocket[] = []
beforeEach(async () => {
  logged = ''
  const write = (line: string) => {
    logged += line
  }
  const log = pino({ level: 'trace' }, { write })
  ;({ server, owner } = await startCompany({ log, patience: { within: 60_000, most: 3, every: 20 } }))
  bridge = await startBridge()
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close()
  await bridge.stop()
  await server.close()
})

const tell = (url = bridge.url, headers: Record<string, string> = KEY) =>
  server.browser().send('/api/agent/bridge', { method: 'PUT', body: { url }, headers })
const report = (path = '/phone/v1/reports', headers: Record<string, string> = {}) =>
  server.browser().post(path, { what: 'ringing' }, headers)

/** A socket of a phone, with what it heard. */
function phone(key: string | null = `${LINE}.key`) {
  const headers = { cookie: owner.cookie, ...(key && { authorization: `Bearer ${key}` }) }
  // Node's WebSocket takes headers in place of protocols, which the types of browsers do not know.
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/phone/v1/socket`, {
    headers,
  } as unknown as string[])
  open.push(socket)
  const heard: string[] = []
  socket.onmessage = ({ data }) => heard.push(String(data))
  socket.onclose = () => heard.push('closed')
  return { socket, heard }
}

test('PH10: the bridge says where it is by the service key, and nothing but an address of its own', async () => {
  expect((await tell(bridge.url, {})).body.code).toBe('sign-in-needed')
  expect((await owner.send('/api/agent/bridge', { method: 'PUT', body: { url: bridge.url } })).status).toBe(401)
  expect((await tell('http://10.9.8.7:80')).body).toEqual({ code: 'request-shape', params: { field: 'url' } })
  expect((await tell('http://127.0.0.1:1', { ...KEY, 'x-forwarded-for': '10.0.0.5' })).status).toBe(400)
  expect((await tell()).body).toEqual({ done: true })
  expect((await report()).status).toBe(200)
})

test('PH17: how a line stands is told with it, as long as the bridge says so', async () => {
  const line = newEntryId()
  const settings = { shown: { host: '10.0.0.5', user: 'crm' }, secret: { secret: 's' } }
  const change = { name: 'АТС', way: 'asterisk', number: '', dials: true, texts: false, isOff: false, settings }
  await owner.send(`/api/phones/${line}`, { method: 'PUT', body: change })
  const say = (lines: Record<string, string>) =>
    server.browser().send('/api/agent/bridge', { method: 'PUT', body: { url: bridge.url, lines }, headers: KEY })
  const standing = async () => ((await owner.get('/api/phones')).body as unknown as PhoneList).phones[0]?.standing
  expect(await standing()).toBeNull()
  for (const one of ['refused', 'connected']) {
    await say({ [line]: one })
    expect(await standing()).toBe(one)
  }
  expect((await say({ [line]: 'sings' })).status).toBe(400)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200_000 })
  expect(await standing()).toBeNull()
  vi.useRealTimers()
})

test('PH11: what a phone sends reaches the bridge as it is, with its address and without cookies; so does the answer', async () => {
  await tell()
  const headers = { authorization: 'Bearer a.b', 'x-voronka-nonce': '7', 'x-forwarded-for': '1.2.3.4, 10.0.0.9' }
  const { status, body, headers: answered } = await owner.post('/phone/v1/reports?a=%20b', { what: 'ended' }, headers)
  expect([status, answered.get('x-bridge'), answered.get('x-frame-options')]).toEqual([200, 'yes', 'DENY'])
  expect(body).toMatchObject({ method: 'POST', url: '/phone/v1/reports?a=%20b', body: '{"what":"ended"}' })
  expect(body.headers).toMatchObject({
    authorization: 'Bearer a.b',
    'x-voronka-nonce': '7',
    'x-forwarded-for': '10.0.0.9',
  })
  expect(body.headers).not.toHaveProperty('cookie')
  expect((await report('/phone/v1/refused')).status).toBe(401)
  expect((await server.browser().get('/phone/v1/requests?wait=25')).body.url).toBe('/phone/v1/requests?wait=25')
  const pairing = await server.browser().post('/phone/v1/pair', { code: '1' })
  expect([pairing.body.code, bridge.heard.some(({ url }) => url.includes('pair'))]).toEqual([
    'pairing-code-wrong',
    false,
  ])
})

test('PH11: the path comes through letter by letter, as phones sign it', async () => {
  await tell()
  const path = "/phone/v1/reports?note=it's&x={1}|2&y=%7e//.."
  const asked = request(server.url, { path, agent: false }).end()
  await once(asked, 'response')
  expect(bridge.heard.map(({ url }) => url)).toEqual([path])
  asked.destroy()
})

test('PH11: reports have 64 kB at most and hooks 1 MB, whether they say how long they are or not', async () => {
  await tell()
  const send = async (path: string, bytes: number, isSaid: boolean) => {
    const text = 'x'.repeat(bytes)
    const body = isSaid ? text : new Blob([text]).stream()
    const sent = fetch(server.url + path, { method: 'POST', body, duplex: 'half' } as RequestInit)
    // Who goes on sending may find the line cut before he hears why.
    return (await sent.catch(() => ({ status: TOO_LARGE }))).status
  }
  for (const isSaid of [true, false]) {
    expect(await send('/phone/v1/reports', 60_000, isSaid)).toBe(200)
    expect(await send('/phone/v1/reports', 70_000, isSaid)).toBe(TOO_LARGE)
    expect(await send(`/phone/v1/hooks/${LINE}`, 1_000_000, isSaid)).toBe(200)
    expect(await send(`/phone/v1/hooks/${LINE}`, 1_100_000, isSaid)).toBe(TOO_LARGE)
  }
  expect(bridge.heard.map(({ body }) => body.length)).toEqual([60_000, 1_000_000, 60_000, 1_000_000])
})

test('PH11: a phone that goes does not keep the bridge waiting', async () => {
  await tell()
  const going = new AbortController()
  const gone = fetch(`${server.url}/phone/v1/slow`, { signal: going.signal }).catch(({ name }: Error) => name)
  await expect.poll(() => bridge.waiting()).toBe(1)
  going.abort()
  expect(await gone).toBe('AbortError')
  await expect.poll(() => bridge.ended()).toBe(1)
  expect(logged).not.toContain('http: a request failed')
})

test('PH12: where no bridge is phones are held; one too many is told at once to come again, and all where the server stops', async () => {
  const held = [report(), report(), report()]
  await expect.poll(() => server.telephony.bridge.held).toBe(3)
  const more = await Promise.race([report(), ...held])
  expect([more.status, more.body.code, more.headers.get('retry-after')]).toEqual([503, 'bridge-away', '5'])
  expect(server.telephony.bridge.held).toBe(3)
  await server.telephony.stop()
  for (const { status, body } of await Promise.all(held)) expect([status, body.code]).toEqual([503, 'bridge-away'])
})

test('PH12: a bridge that begins meanwhile answers what was held', async () => {
  const held = report()
  await tell()
  expect((await held).status).toBe(200)
  await bridge.stop()
  const again = report()
  bridge = await startBridge(bridge.port)
  expect((await again).status).toBe(200)
})

test('PH12: a bridge that is restarted amid a request is asked again, at its new address too', async () => {
  await tell()
  const asked = report('/phone/v1/slow')
  await expect.poll(() => bridge.waiting()).toBe(1)
  await bridge.stop()
  bridge = await startBridge()
  await tell()
  await expect.poll(() => bridge.waiting()).toBe(1)
  bridge.letGo()
  expect(await asked).toMatchObject({ status: 200, body: { body: '{"what":"ringing"}' } })
})

test('PH13: a socket reaches the bridge, both ways, until either end closes it', async () => {
  await tell()
  const { socket, heard } = phone()
  await expect.poll(() => heard).toEqual(['hello 127.0.0.1'])
  socket.send('раз')
  socket.send('x'.repeat(100_000))
  await expect.poll(() => heard.map((one) => one.length)).toEqual(['hello 127.0.0.1'.length, 3, 100_000])
  socket.close()
  await expect.poll(() => bridge.ended()).toBe(1)
  const other = phone()
  await expect.poll(() => other.heard).toEqual(['hello 127.0.0.1'])
  await bridge.stop()
  await expect.poll(() => other.heard).toEqual(['hello 127.0.0.1', 'closed'])
  bridge = await startBridge()
})

test('PH13: a socket is held as a request is, and refused as the bridge refuses it', async () => {
  const waiting = phone()
  await tell()
  await expect.poll(() => waiting.heard).toEqual(['hello 127.0.0.1'])
  const refused = phone(null)
  await expect.poll(() => refused.heard).toEqual(['closed'])
  await bridge.stop()
  const late = phone()
  await expect.poll(() => server.telephony.bridge.held).toBe(1)
  const elsewhere = new WebSocket(`${server.url.replace('http', 'ws')}/elsewhere`)
  await new Promise((resolve) => elsewhere.addEventListener('error', resolve))
  await server.telephony.stop()
  await expect.poll(() => late.heard).toEqual(['closed'])
  bridge = await startBridge()
})

test('PH13: the server ends sockets when it stops', async () => {
  await tell()
  const { heard } = phone()
  await expect.poll(() => heard).toEqual(['hello 127.0.0.1'])
  await server.telephony.stop()
  await expect.poll(() => heard).toEqual(['hello 127.0.0.1', 'closed'])
})

test('PH14: a phone was seen when the bridge took something of it, and not when it was refused', async () => {
  await tell()
  const asked = { name: 'Мой', way: 'page' }
  const { code } = (await owner.post('/api/phones/codes', asked)).body as unknown as PairingCode
  const mine = (await server.browser().post('/phone/v1/pair', { code })).body as unknown as Paired
  const seen = async () => (await server.telephony.phones.list({ user: '', isKeeper: true }))[0]?.seen
  const bearer = { authorization: `Bearer ${mine.phone}.${mine.key}` }
  await report('/phone/v1/refused', bearer)
  expect(await seen()).toBe(null)
  const began = Date.now()
  await report('/phone/v1/reports', bearer)
  await expect.poll(seen).toBeGreaterThanOrEqual(began)
  const first = await seen()
  await report('/phone/v1/reports', { 'x-voronka-phone': mine.phone })
  await report(`/phone/v1/hooks/${mine.phone}`)
  expect(await seen(), 'written twice a minute at most').toBe(first)
})

test('PH15: neither log nor figures say a number, a name or a key', async () => {
  await tell()
  const bearer = { authorization: `Bearer ${LINE}.taina` }
  await server.browser().post('/phone/v1/reports', { number: NUMBER }, bearer)
  await server.browser().get(`/phone/v1/hooks/${LINE}?caller=${NUMBER}`)
  await bridge.stop()
  const held = server.browser().get(`/phone/v1/hooks/${LINE}?caller=${NUMBER}`)
  await expect.poll(() => server.telephony.bridge.held).toBe(1)
  await server.telephony.stop()
  expect((await held).status).toBe(503)
  const { body } = await server.browser().get('/metrics', KEY)
  expect(body.text).toContain('/phone/*')
  for (const word of [NUMBER, 'taina', LINE])
    expect([word, logged.includes(word), String(body.text).includes(word)]).toEqual([word, false, false])
  bridge = await startBridge()
})
