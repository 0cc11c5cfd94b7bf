import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextCodeFor } from '../../../../tests/support/factors/totp.ts'
import type { Browser } from '../../testing/browser.ts'
import { turnOnCode } from '../../testing/factors.ts'
import { ACCESS, SETUP, startCompany, startServer, type TestServer } from '../../testing/server.ts'

const { email, password } = SETUP.owner
let server: TestServer

beforeEach(async () => {
  ;({ server } = await startCompany())
})
afterEach(() => {
  vi.useRealTimers()
  return server.close()
})

async function signedIn() {
  const browser = server.browser()
  const { status, body } = await browser.post('/api/auth/sign-in/email', { email, password })
  expect(status).toBe(200)
  return Object.assign(browser, { account: body.account as { user: string } })
}

test('A5: signing in gives a cookie that scripts cannot read and other sites cannot send, for 60 days', async () => {
  const { headers, body } = await server
    .browser()
    .post('/api/auth/sign-in/email', { email: ` ${email.toUpperCase()} `, password })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).toMatch(/Max-Age=5184000/i)
  expect(Object.keys(body)).toEqual(['account'])
  expect(Object.keys(body.account as object).sort()).toEqual(['email', 'name', 'person', 'role', 'user'])
})

test('A5: a session that nobody used for 60 days is over; one that was used goes on', async () => {
  const [idle, used] = [await signedIn(), await signedIn()]
  const days = (count: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + count * 24 * 3600_000 })
  days(59)
  expect((await used.get('/api/state')).body.account).not.toBeNull()
  days(2)
  expect((await idle.get('/api/devices')).body.code).toBe('sign-in-needed')
  expect((await used.get('/api/state')).body.account).not.toBeNull()
})

test('A5: who signs in anew in a browser ends the session that it had', async () => {
  const browser = await signedIn()
  const former = browser.cookie
  expect((await browser.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
  expect((await server.browser().get('/api/state', { cookie: former })).body.account).toBeNull()
  expect((await browser.get('/api/state')).body.account).toMatchObject({ email })
  expect(server.cut).toEqual([browser.account.user])
})

/** A server that people reach by HTTPS, behind a proxy. */
const BY_HTTPS = { access: { ...ACCESS, address: 'https://crm.example' } }

test('A5: over HTTPS every cookie is of this host alone by its name, and goes nowhere in the clear', async () => {
  const { server: secure, owner } = await startCompany(BY_HTTPS)
  const { uri } = await turnOnCode(owner)
  const names = new Set(owner.cookies.keys())
  await owner.post('/api/auth/passkey/question')
  await owner.post('/api/auth/sign-in/email', { email, password })
  for (const name of owner.cookies.keys()) names.add(name)
  const kinds = ['better-auth-passkey', 'known', 'session_token', 'two_factor']
  expect([...names].map((name) => name.split('.')[1]).sort()).toEqual(kinds)
  for (const name of names) expect(name).toMatch(/^__Host-voronka-[\w-]{8}\./)
  const signed = await owner.post('/api/auth/second-factor', { code: nextCodeFor(uri) })
  const given = signed.headers.getSetCookie().filter((cookie) => !/Max-Age=0/i.test(cookie))
  expect(given).toHaveLength(2)
  for (const cookie of given) {
    expect(cookie).toMatch(/; *Secure/i)
    expect(cookie).toMatch(/; *Path=\/(;|$)/i)
    expect(cookie).not.toMatch(/Domain=/i)
  }
  await secure.close()
})

test('A9: a wrong password and an unknown e-mail give the same answer', async () => {
  const browser = server.browser()
  const wrong = await browser.post('/api/auth/sign-in/email', { email, password: 'wrong password' })
  const unknown = await browser.post('/api/auth/sign-in/email', { email: 'nobody@romashka.test', password })
  const odd = await browser.post('/api/auth/sign-in/email', { email: 'no e-mail at all', password })
  expect([wrong.status, wrong.body]).toEqual([401, { code: 'sign-in-wrong', params: {} }])
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
  expect([odd.status, odd.body]).toEqual([wrong.status, wrong.body])
  expect(wrong.headers.getSetCookie()).toEqual([])
})

test('A8: after ten wrong attempts nothing is tried, also with the right password, also all at once', async () => {
  const wrong = () => server.browser().post('/api/auth/sign-in/email', { email, password: 'wrong password' })
  const answers = await Promise.all(Array.from({ length: 30 }, wrong))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  const right = await server.browser().post('/api/auth/sign-in/email', { email, password })
  expect([right.status, right.body.code]).toEqual([429, 'too-many-attempts'])
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(200)

  const elsewhere = { 'x-forwarded-for': '198.51.100.7' }
  expect((await server.browser().post('/api/auth/sign-in/email', { email, password }, elsewhere)).status).toBe(200)
})

const from = (address: string) => ({ 'x-forwarded-for': address })

/** Guesses an account's password as from many networks; gives how many were tried. */
async function tried(times: number, browserOf: () => Browser = () => server.browser()): Promise<number> {
  const guess = (_: unknown, i: number) =>
    browserOf().post('/api/auth/sign-in/email', { email, password: 'wrong password' }, from(`198.51.100.${i}`))
  const answers = await Promise.all(Array.from({ length: times }, guess))
  return answers.filter(({ status }) => status === 401).length
}

test('A8: guesses of one account from many networks end too', async () => {
  expect(await tried(40)).toBe(30)
})

test('A8: who has signed in on a browser before is not kept waiting by what strangers guess', async () => {
  const own = await signedIn()
  await own.post('/api/auth/sign-out')
  expect(await tried(31)).toBe(30)
  const signIn = (browser: Browser) => browser.post('/api/auth/sign-in/email', { email, password }, from('203.0.113.1'))
  expect((await signIn(server.browser())).body.code).toBe('too-many-attempts')
  const forged = server.browser()
  for (const [name, value] of own.cookies) forged.cookies.set(name, value.replace(/^../, 'xx'))
  expect((await signIn(forged)).body.code).toBe('too-many-attempts')
  expect((await signIn(own)).status).toBe(200)
})

test('A8: a browser that an account knows guesses no more than others', async () => {
  const own = await signedIn()
  await own.post('/api/auth/sign-out')
  expect(await tried(12, () => own)).toBe(10)
})

test('A8: of several addresses that a request names, the one that our proxy has added counts', async () => {
  const guess = (named: string) =>
    server.browser().post('/api/auth/sign-in/email', { email, password: 'wrong password' }, from(named))
  const claimed = await Promise.all(Array.from({ length: 15 }, (_, i) => guess(`203.0.113.${i}, 198.51.100.7`)))
  expect(claimed.filter(({ status }) => status === 401)).toHaveLength(10)
  const others = await Promise.all(Array.from({ length: 15 }, (_, i) => guess(`198.51.100.7, 203.0.113.${i}`)))
  expect(others.filter(({ status }) => status === 401)).toHaveLength(15)
})

test('A8: without a proxy before the server nobody is taken for whom he claims to be', async () => {
  const bare = await startServer({ access: { ...ACCESS, behindProxy: false } })
  const guess = (i: number) =>
    bare.browser().post('/api/auth/sign-in/email', { email, password }, { 'x-forwarded-for': `198.51.100.${i}` })
  const answers = await Promise.all(Array.from({ length: 15 }, (_, i) => guess(i)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  await bare.close()
})

test('A8: whoever signs in rightly meets no limit', async () => {
  for (let i = 0; i < 12; i++) await signedIn()
})

test('Signing out ends the session on the server too', async () => {
  const browser = await signedIn()
  const stolen = browser.cookie
  const [session = ''] = browser.cookies.keys()
  expect((await browser.post('/api/auth/sign-out')).body).toEqual({ done: true })
  expect([session.endsWith('.session_token'), browser.cookies.has(session)]).toEqual([true, false])
  expect((await server.browser().get('/api/state', { cookie: stolen })).body.account).toBeNull()
})

test('A7: signing out everywhere ends every session and closes the sockets', async () => {
  const [first, second] = [await signedIn(), await signedIn()]
  expect((await first.post('/api/sign-out-everywhere')).status).toBe(200)
  expect((await second.get('/api/state')).body.account).toBeNull()
  expect(
    await server.accounts.identify(new Headers({ cookie: second.cookie }), { replica: 'any', key: null }),
  ).toBeNull()
  expect(server.cut).toContain(first.account.user)
  const again = await second.post('/api/sign-out-everywhere')
  expect([again.status, again.body.code]).toEqual([401, 'sign-in-needed'])
})

test('A7: a changed password ends the other sessions, not the one that changed it', async () => {
  const [mine, other] = [await signedIn(), await signedIn()]
  const next = 'another battery staple'
  const wrong = await mine.post('/api/auth/change-password', { currentPassword: 'wrong password', newPassword: next })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'password-wrong'])
  expect((await mine.post('/api/auth/change-password', { currentPassword: password, newPassword: next })).status).toBe(
    200,
  )
  expect((await mine.get('/api/state')).body.account).not.toBeNull()
  expect((await other.get('/api/state')).body.account).toBeNull()
  expect((await server.browser().post('/api/auth/sign-in/email', { email, password })).status).toBe(401)
  expect((await server.browser().post('/api/auth/sign-in/email', { email, password: next })).status).toBe(200)
})

test('A20: a password is changed by who knows it, for one that is not tried first, as long and odd as he likes', async () => {
  const owner = await signedIn()
  const change = (currentPassword: string, newPassword: string) =>
    owner.post('/api/auth/change-password', { currentPassword, newPassword })
  const next = ` Ж${'日'.repeat(40)} aB1!${'x'.repeat(70)} `
  expect((await change('wrong password', next)).body.code).toBe('password-wrong')
  expect((await change(password, 'Password-2026')).body.code).toBe('password-common')
  expect((await change(password, 'Ромашка-2026')).body.code).toBe('password-common')
  expect((await change(password, '1985 anna.romashka')).body.code).toBe('password-common')
  expect((await change(password, next)).status).toBe(200)
  const signIn = (typed: string) => server.browser().post('/api/auth/sign-in/email', { email, password: typed })
  expect((await signIn(next)).status).toBe(200)
  expect((await signIn(next.trim())).status).toBe(401)
  expect((await signIn(next.toLowerCase())).status).toBe(401)
})

test('A cookie that was changed by a character stands for nobody', async () => {
  const browser = await signedIn()
  const [name = '', value = ''] = [...browser.cookies][0] ?? []
  const last = value.at(-2) === 'A' ? 'B' : 'A'
  const forged = `${name}=${value.slice(0, -2)}${last}${value.at(-1)}`
  expect((await server.browser().get('/api/state', { cookie: forged })).body.account).toBeNull()
})
