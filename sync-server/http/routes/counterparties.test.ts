import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ServiceChange } from '../../../shared/counterparties/service.ts'
import { Errands } from '../../effects/errands.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const SECRET = 'key-of-the-service'
const SERVICE: ServiceChange = {
  kind: 'dadata',
  url: 'https://suggestions.dadata.test/findById/party',
  key: SECRET,
  days: 30,
  perDay: 100,
}

let server: TestServer
let owner: Browser
let logged: string
beforeEach(async () => {
  logged = ''
  const write = (line: string) => {
    logged += line
  }
  const errands = new Errands({ agent: 200, answer: 200 })
  ;({ server, owner } = await startCompany({ log: pino({ level: 'trace' }, { write }), errands }))
})
afterEach(() => server.close())

const put = (service: unknown, browser = owner) =>
  browser.send('/api/counterparties/service', { method: 'PUT', body: { service } })
const find = (inn: string, browser = owner) => browser.post('/api/counterparties/find', { inn })
const held = async () => (await server.browser().get('/api/agent/counterparties/service', KEY)).body

test('RK5: the key is kept sealed, given to agents alone, and written down nowhere', async () => {
  expect((await owner.get('/api/counterparties/service')).body).toEqual({ service: null, isLocked: false })
  expect((await put(SERVICE)).body).toEqual({ service: { ...SERVICE, key: { isSet: true } }, isLocked: false })
  expect(await held()).toEqual({ service: SERVICE })
  expect((await put({ ...SERVICE, key: null, days: 7 })).status).toBe(200)
  expect(await held()).toEqual({ service: { ...SERVICE, days: 7 } })
  expect(logged).not.toContain(SECRET)
  expect(readFileSync(`${server.folder}/voronka.sqlite`).includes(SECRET)).toBe(false)
})

test('RK5: to another host the key does not go by itself', async () => {
  await put(SERVICE)
  const { status, body } = await put({ ...SERVICE, key: null, url: 'https://elsewhere.test/' })
  expect([status, body]).toMatchObject([422, { code: 'sending-secret-needed' }])
  expect(await held()).toEqual({ service: SERVICE })
  expect((await put(null)).body).toEqual({ service: null, isLocked: false })
})

test('RK5: owners and admins set it up, agents alone read it', async () => {
  const manager = await join(server, owner, 'manager')
  expect((await put(SERVICE, manager)).status).toBe(403)
  expect((await manager.get('/api/counterparties/service')).status).toBe(403)
  expect((await owner.get('/api/agent/counterparties/service')).status).toBe(401)
})

test('a service of another kind, address or number is refused', async () => {
  const changes = [
    { kind: 'spark' },
    { url: 'ftp://host/' },
    { url: 'https://{inn}.test/' },
    { days: -1 },
    { perDay: 1e9 },
  ]
  for (const change of changes) expect((await put({ ...SERVICE, ...change })).status).toBe(400)
})

test('RK2: without a service, or an agent, who asks is told so', async () => {
  expect((await find('7707083893')).body).toEqual({ is: 'failed', trouble: 'noService', said: '' })
  await put(SERVICE)
  expect((await find('7707083893')).body).toMatchObject({ code: 'errand-unanswered' })
})

test('an INN that is none, and a role that only looks, ask nobody', async () => {
  for (const inn of ['7707083894', '12', 'abc', '']) expect((await find(inn)).status, inn).toBeOneOf([400, 422])
  const viewer = await join(server, owner, 'viewer')
  expect((await find('7707083893', viewer)).status).toBe(403)
})
