import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { Hono } from 'hono'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { securityHeaders } from './guard/headers.ts'
import { isOwnOrigin } from './guard/origin.ts'
import { MOST } from './guard/pace.ts'
import { ACCESS, SERVICE_KEY, SETUP, SETUP_CODE, startCompany, startServer, type TestServer } from './testing/server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => {
  vi.useRealTimers()
  return server.close()
})

test.each(['https://evil.test', 'null', 'http://127.0.0.1:1', 'http://127.0.0.1.evil.test'])(
  'A11: a page of %s changes nothing',
  async (origin) => {
    const owner = server.browser()
    await owner.post('/api/setup', SETUP)
    const { status, body } = await owner.post('/api/sign-out-everywhere', {}, { origin })
    expect([status, body]).toEqual([403, { code: 'origin-foreign', params: { origin } }])
    expect((await owner.get('/api/state')).body.account).not.toBeNull()
    const headers = new Headers({ origin, host: new URL(server.url).host })
    expect(isOwnOrigin(headers, ACCESS)).toBe(false)
  },
)

test('A11: own pages, named origins and programs that are no page may', async () => {
  const host = new URL(server.url).host
  const may = (headers: Record<string, string>) => isOwnOrigin(new Headers(headers), ACCESS)
  const origins = [server.url, 'https://trusted.test', ACCESS.address]
  expect(origins.map((origin) => may({ host, origin }))).toEqual([true, true, true])
  expect(may({ host })).toBe(true)
  const first = { ...SETUP, code: SETUP_CODE }
  const trusted = await server.browser().post('/api/setup', first, { origin: 'https://trusted.test' })
  expect(trusted.status).toBe(200)
})

test.each(['', '{', 'null', '[]', '"text"', '{"email":1,"password":{}}', '\u0000', '{"__proto__":{"email":"a"}}'])(
  'A12: the body %j is refused with words, and the server goes on',
  async (body) => {
    for (const path of ['/api/setup', '/api/auth/sign-in/email']) {
      const answer = await server.browser().post(path, body)
      expect([answer.status, answer.body.code]).toEqual([400, 'request-shape'])
    }
    expect((await server.browser().get('/healthz')).status).toBe(200)
  },
)

test('A12: a body that is too long is refused, said and unsaid lengths alike', async () => {
  const long = JSON.stringify({ email: 'a'.repeat(100_000), password: 'b' })
  const said = await server.browser().post('/api/auth/sign-in/email', long)
  expect([said.status, said.body]).toEqual([413, { code: 'request-too-large', params: { bytes: 65_536 } }])
  const stream = new Blob([long]).stream()
  const init = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as const
  const unsaid = await fetch(`${server.url}/api/auth/sign-in/email`, init)
  expect([unsaid.status, ((await unsaid.json()) as { code: string }).code]).toEqual([413, 'request-too-large'])
})

test('A12: a password longer than any is refused before it is hashed', async () => {
  const { status, body } = await server
    .browser()
    .post('/api/auth/sign-in/email', { email: 'a@b.test', password: 'x'.repeat(129) })
  expect([status, body]).toEqual([400, { code: 'request-shape', params: { field: 'password' } }])
})

test('A12: what comes in is decoded once: what is encoded twice stays a text', async () => {
  const owner = server.browser()
  await owner.post('/api/setup', SETUP)
  const name = '%3Cb%3E &lt;b&gt; \\u003cb\\u003e %2500'
  expect((await owner.send('/api/profile', { method: 'PATCH', body: { name } })).status).toBe(200)
  expect((await owner.get('/api/state')).body.account).toMatchObject({ name })
  const once = await owner.get(`/api/parcels?document=${encodeURIComponent(`${server.company}/orders/common/2025Q1`)}`)
  const twice = await owner.get(`/api/parcels?document=${server.company}%252Forders%252Fcommon%252F2025Q1`)
  expect([once.status, twice.status, twice.body.code]).toEqual([204, 404, 'document-unknown'])
  expect((await owner.get('/api/reset/%252E%252E%252Fstate')).body.code).toBe('reset-expired')
})

test('A12: a form of another type, an unknown address', async () => {
  const form = await server.browser().post('/api/setup', SETUP, { 'content-type': 'text/plain' })
  expect([form.status, form.body]).toEqual([400, { code: 'request-shape', params: { field: 'content-type' } }])
  const unknown = await server.browser().get('/api/nothing')
  expect([unknown.status, unknown.body]).toEqual([404, { code: 'route-unknown', params: { path: '/api/nothing' } }])
})

test('Answers carry the headers that keep browsers from mischief', async () => {
  const { headers } = await server.browser().get('/api/state')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(headers.get('content-security-policy')).toContain("worker-src 'self' blob:")
  for (const shut of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
    expect(headers.get('content-security-policy')?.split('; ')).toContain(shut)
  }
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('Under a certificate that everybody trusts browsers are told to come by HTTPS for a year, to all below it too', async () => {
  const told = async (change: Partial<typeof ACCESS>) => {
    const app = new Hono().use(securityHeaders({ ...ACCESS, ...change })).get('/', (c) => c.text(''))
    return (await app.request('/')).headers.get('strict-transport-security')
  }
  const address = 'https://crm.example'
  expect(await told({ address })).toBe('max-age=31536000; includeSubDomains')
  expect(await told({ address, ownAuthority: true })).toBeNull()
})

test('A21: who is signed in and asks without end is told to wait, in words, and nobody else is', async () => {
  // The minute must not end meanwhile.
  vi.useFakeTimers({ toFake: ['Date'] })
  const owner = server.browser()
  await owner.post('/api/setup', SETUP)
  const ask = () => owner.get('/api/nothing')
  for (let i = 0; i < MOST / 50; i++) {
    const answers = await Promise.all(Array.from({ length: 50 }, ask))
    expect(answers.filter(({ status }) => status !== 404)).toEqual([])
  }
  const refused = await owner.get('/api/devices')
  expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests'])
  expect(Number(refused.headers.get('retry-after'))).toBe((refused.body.params as { seconds: number }).seconds)
  const other = server.browser()
  expect((await other.post('/api/auth/sign-in/email', SETUP.owner)).status).toBe(200)
  expect((await other.get('/api/devices')).status).toBe(200)
})

test('TRACE is answered as an unknown address, and gives nothing of the request back', async () => {
  const { port } = new URL(server.url)
  const asked = request({ host: '127.0.0.1', port, method: 'TRACE', path: '/', headers: { cookie: 'secret=1' } })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await text(answer)
  expect([answer.statusCode, body.includes('secret')]).toEqual([404, false])
})

test('A12: neither a password nor a link reaches the log, and refusals do', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  const { server: watched, owner } = await startCompany({ log })
  const { body } = await owner.post('/api/invitations', { name: 'Борис', role: 'viewer' })
  const token = String(body.link).split('/').at(-1) ?? ''
  await owner.post(`/api/invitations/${token}`, {
    name: 'Борис',
    email: 'boris@romashka.test',
    password: 'secret words',
  })
  await owner.post(`/api/invitations/${token}`, {
    name: 'Борис',
    email: 'boris@romashka.test',
    password: 'secret words',
  })
  await owner.post('/api/auth/sign-in/email', { email: SETUP.owner.email, password: 'wrong password' })
  await watched.close()
  const text = lines.join('')
  expect(text).toContain('"code":"invitation-expired"')
  expect(text).toContain('"code":"sign-in-wrong"')
  for (const secret of [token, SETUP.owner.password, 'secret words', 'wrong password', owner.cookie]) {
    expect(text).not.toContain(secret)
  }
})

test('Metrics are for this machine and for who shows the service key; they name routes, not links', async () => {
  await server.browser().get('/api/reset/some-secret-token')
  const here = await fetch(`${server.url}/metrics`)
  const text = await here.text()
  expect(text).toMatch(/voronka_http_requests_total\{method="GET",route="\/api\/reset\/:token",status="410"\} 1/)
  expect(text).not.toContain('some-secret-token')
  const outside = { 'x-forwarded-for': '198.51.100.7' }
  expect((await server.browser().get('/metrics', outside)).status).toBe(401)
  const shown = await server.browser().get('/metrics', { ...outside, authorization: `Bearer ${SERVICE_KEY}` })
  expect(shown.status).toBe(200)
})

test('J27: refusals of requests by code, and the sessions that have not ended', async () => {
  const owner = server.browser()
  await owner.post('/api/setup', SETUP)
  const second = server.browser()
  await second.post('/api/auth/sign-in/email', SETUP.owner)
  await server.browser().post('/api/auth/sign-in/email', { ...SETUP.owner, password: 'wrong password' })
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text()
  expect(await metrics()).toMatch(/^voronka_http_failures_total\{code="sign-in-wrong"\} 1$/m)
  expect(await metrics()).toMatch(/^voronka_sessions 2$/m)
  await second.post('/api/auth/sign-out')
  expect(await metrics()).toMatch(/^voronka_sessions 1$/m)
})
