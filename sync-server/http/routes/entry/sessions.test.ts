import { afterEach, beforeEach, expect, test } from 'vitest'
import { ACCESS, SETUP, startCompany, startServer, type TestServer } from '../../testing/server.ts'

const { email, password } = SETUP.owner
let server: TestServer

beforeEach(async () => {
  ;({ server } = await startCompany())
})
afterEach(() => server.close())

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

test('A8: guesses of one account from many networks end too', async () => {
  const guess = (i: number) =>
    server
      .browser()
      .post('/api/auth/sign-in/email', { email, password: 'wrong password' }, { 'x-forwarded-for': `198.51.100.${i}` })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => guess(i)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(30)
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
  expect((await browser.post('/api/auth/sign-out')).body).toEqual({ done: true })
  expect(browser.cookies.size).toBe(0)
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
