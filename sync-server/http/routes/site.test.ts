import { afterEach, beforeEach, expect, test } from 'vitest'
import { SITE, sites } from '../../../shared/site/collections.ts'
import type { AgentDoor, DoorChange, DoorView } from '../../../shared/site/settings.ts'
import { ShopExchanges } from '../../site/exchange/exchange.ts'
import { CATALOGUE, DOT, DOT_HASH, ORDER } from '../../site/testing/samples.ts'
import type { Browser } from '../testing/browser.ts'
import { ACCESS, join, SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

const SERVICE = { authorization: `Bearer ${SERVICE_KEY}` }
const APART: DoorChange = { apart: { address: 'https://shop.romashka.test/', key: 'key-of-the-door' } }

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

const put = (change: unknown, browser = owner) => browser.send('/api/site/door', { method: 'PUT', body: change })
const seen = async () => (await owner.get('/api/site/door')).body as unknown as DoorView
const forAgents = async () => (await server.browser().get('/api/agent/door', SERVICE)).body as unknown as AgentDoor

/** Asks the door as the agent does. */
function agent(path: string, method = 'GET', body?: BodyInit, key = server.door.key): Promise<Response> {
  return fetch(`${server.url}/door${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body && { body }),
  })
}

test('ST5: owner and admin say where the site stands, nobody is shown the key, agents get it', async () => {
  const own = { address: null, key: server.door.key }
  expect(await seen()).toEqual({ apart: null, shop: `${ACCESS.address}/shop`, isPublic: true })
  expect(await forAgents()).toMatchObject({ ...own, publicAddress: ACCESS.address, queues: [own] })
  const before = await forAgents()
  const apart = { address: 'https://shop.romashka.test', isKeySet: true, isLocked: false }
  expect((await put(APART, await join(server, owner, 'admin'))).body).toEqual({
    apart,
    shop: apart.address,
    isPublic: true,
  })
  const there = { address: apart.address, key: 'key-of-the-door' }
  const told = await forAgents()
  expect(told).toMatchObject({ ...there, publicAddress: apart.address, queues: [own, there] })
  expect(told.links).not.toBe(before.links)
  const manager = await join(server, owner, 'manager')
  expect((await put(APART, manager)).status).toBe(403)
  expect((await manager.get('/api/site/door')).status).toBe(403)
  expect((await manager.get('/api/site/reach')).body).toEqual({ isPublic: true })
  expect((await owner.get('/api/agent/door')).status).toBe(401)
  await put({ apart: null })
  expect(await forAgents()).toEqual(before)
})

test('ST5: the key stays while the address does, stands sealed, and is sent over TLS or to this machine alone', async () => {
  await put(APART)
  const to = (address: string, key: string | null = null) => put({ apart: { address, key } })
  expect((await to('https://shop.romashka.test')).status).toBe(200)
  expect((await forAgents()).key).toBe('key-of-the-door')
  expect((await to('https://other.test')).body).toMatchObject({ code: 'sending-secret-needed' })
  for (const address of ['http://shop.romashka.test', 'ftp://shop.test', 'javascript:alert(1)', 'shop'])
    expect((await to(address, 'k')).status, address).toBe(400)
  expect((await to('http://127.0.0.1:8090', 'k')).status).toBe(200)
  const stored = await server.storage.services.get('site-door')
  expect(JSON.stringify(stored)).not.toContain('"k"')
  expect(stored?.settings).toBe('{"address":"http://127.0.0.1:8090"}')
})

test('ST2, ST3, ST4: the agent publishes, brings what is lacking, hears what was done, and settles it', async () => {
  const { queue } = server.door.store
  expect(await (await agent('/catalogue')).json()).toEqual({ made: null, pictures: [] })
  expect(await (await agent('/catalogue', 'PUT', JSON.stringify(CATALOGUE))).json()).toEqual({ pictures: [DOT_HASH] })
  expect((await agent(`/pictures/${DOT_HASH}`, 'PUT', DOT)).status).toBe(204)
  expect((await agent(`/pictures/${DOT_HASH}`, 'PUT', 'no picture')).status).toBe(422)
  expect((await agent('/pictures/..%2Fkey', 'PUT', DOT)).status).toBe(422)
  expect(await (await agent('/catalogue')).json()).toEqual({ made: CATALOGUE.made, pictures: [] })
  const waiting = agent('/queue?after=0&wait=20')
  queue.order(ORDER)
  const heard = { items: [{ number: 1, at: ORDER.at, did: 'ordered', order: ORDER }] }
  expect(await (await waiting).json()).toEqual(heard)
  expect(await (await agent('/queue?after=0')).json()).toEqual(heard)
  expect((await agent('/settled', 'POST', '{"upTo":1}')).status).toBe(204)
  expect(await (await agent('/queue?after=0')).json()).toEqual({ items: [] })
})

test('ST2, ST3: without its key, or in another shape, nothing is taken', async () => {
  const paths = ['/catalogue', '/queue?after=0', '/nothing']
  for (const path of paths) expect((await agent(path, 'GET', undefined, 'wrong')).status).toBe(401)
  await agent('/catalogue', 'PUT', JSON.stringify(CATALOGUE))
  const shapes = ['', '[]', '{}', JSON.stringify({ ...CATALOGUE, zone: 'Mars/North' }), '{"made":']
  for (const shape of shapes) expect((await agent('/catalogue', 'PUT', shape)).status, shape).toBe(400)
  const script = { ...CATALOGUE, goods: [{ ...CATALOGUE.goods[0], slug: '"><script>' }] }
  expect((await agent('/catalogue', 'PUT', JSON.stringify(script))).status).toBe(400)
  expect(server.door.store.catalogue()).toEqual(CATALOGUE)
  expect((await agent('/orders', 'PUT', '[{}]')).status).toBe(400)
  expect((await agent('/settled', 'POST', '{"upTo":"all"}')).status).toBe(400)
  expect((await agent('/aside', 'POST', '{"numbers":["all"]}')).status).toBe(400)
})

test('ST5: an address is tried with its key before it is kept, and nothing is changed by it', async () => {
  const tried = async (address: string, key: string | null) =>
    (await owner.post('/api/site/door/try', { apart: { address, key } })).body
  expect(await tried(server.url, server.door.key)).toEqual({ is: 'open' })
  expect(await tried(server.url, 'another')).toEqual({ is: 'keyRefused' })
  expect(await tried('http://127.0.0.1:9', 'key')).toEqual({ is: 'unreachable' })
  expect(await tried(server.url, null)).toMatchObject({ code: 'sending-secret-needed' })
  expect((await seen()).apart).toBeNull()
  const manager = await join(server, owner, 'manager')
  expect((await manager.post('/api/site/door/try', APART)).status).toBe(403)
})

test('WB14: the agent tells how the site stands; there is nothing to say of where none was made', async () => {
  const tell = (body: unknown, headers: Record<string, string> = SERVICE) =>
    server.browser().send('/api/agent/site', { method: 'PUT', body, headers })
  expect((await tell({ trouble: null, published: 5, goods: 2 })).status).toBe(200)
  const read = () => server.author.write((tx) => tx.find(sites, SITE))
  expect(await read()).toBeNull()
  await server.author.write((tx) => tx.create(sites, SITE, { name: 'Ассоль' }))
  await tell({ trouble: null, published: 5, goods: 2 })
  await tell({ trouble: 'unreachable' })
  await tell({ aside: 3 })
  expect(await read()).toMatchObject({
    trouble: 'unreachable',
    published: 5,
    goods: 2,
    aside: 3,
    shop: `${ACCESS.address}/shop`,
  })
  expect((await tell({ trouble: 'anything' })).status).toBe(400)
  expect((await tell({ trouble: null }, {})).status).toBe(401)
})

test('WB25: a password goes to agents alone, and stays as long as the host stays', async () => {
  const exchange = { url: 'https://shop.test/1c.php', login: 'a', sendsGoods: true, takesOrders: false, minutes: 60 }
  const keep = (change: object | null, browser = owner) =>
    browser.send('/api/site/exchange', { method: 'PUT', body: { exchange: change && { ...exchange, ...change } } })
  expect((await keep({ password: null })).body).toMatchObject({ code: 'sending-secret-needed' })
  expect((await keep({ password: 'pass' })).body).toMatchObject({
    exchange: { ...exchange, password: { isSet: true } },
  })
  const told = async () => (await server.browser().get('/api/agent/site/exchange', SERVICE)).body
  expect(await told()).toEqual({ exchange: { ...exchange, password: 'pass' } })
  expect((await keep({ password: null, minutes: 5 })).status).toBe(200)
  expect((await keep({ password: null, url: 'https://other.test/1c.php' })).body).toMatchObject({
    code: 'sending-secret-needed',
  })
  const standing = { at: 5, trouble: 'refused', said: 'no', goods: null, orders: 2 }
  await server.browser().send('/api/agent/site/exchange', { method: 'PUT', body: standing, headers: SERVICE })
  expect((await owner.get('/api/site/exchange')).body).toMatchObject({ standing })
  const { storage, company, folder } = server
  const begunAnew = new ShopExchanges({ store: storage.services, company, folder })
  expect(await begunAnew.view()).toMatchObject({ standing })
  for (const wrong of [
    { minutes: 1 },
    { url: 'ftp://x' },
    { url: 'http://shop.test/1c.php' },
    { url: 'https://u:p@x/' },
  ])
    expect((await keep({ password: 'p', ...wrong })).status).toBe(400)
  const manager = await join(server, owner, 'manager')
  expect((await keep({ password: 'p' }, manager)).status).toBe(403)
  expect((await owner.get('/api/agent/site/exchange')).status).toBe(401)
  expect((await keep(null)).body).toEqual({ exchange: null, isLocked: false, standing: null })
})
