import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../tests/support/databases/postgres.ts'
import { nextCodeFor } from '../../tests/support/factors/totp.ts'
import { endAllSessions } from '../accounts/sessions.ts'
import { Browser } from './testing/browser.ts'
import { turnOnCode } from './testing/factors.ts'
import { SETUP, startServer, type TestServer } from './testing/server.ts'

let database: Postgres
let one: TestServer
let other: TestServer
beforeAll(async () => {
  database = await startPostgres()
})
afterAll(() => database.close())
beforeEach(async () => {
  const url = await database.create()
  ;[one, other] = await Promise.all([startServer({}, undefined, url), startServer({}, undefined, url)])
})
afterEach(async () => {
  await Promise.all([one.close(), other.close()])
})

const SIGN_IN = '/api/auth/sign-in/email'
const { email, password } = SETUP.owner

/** The same browser as another server sees it. */
function at(server: TestServer, browser: Browser): Browser {
  const same = new Browser(server.url)
  for (const [name, value] of browser.cookies) same.cookies.set(name, value)
  return same
}

async function founded(): Promise<Browser> {
  const owner = one.browser()
  expect((await owner.post('/api/setup', SETUP)).status).toBe(200)
  return owner
}

test('A5: who signs in at one server is signed in at all, until he signs out at any', async () => {
  const owner = await founded()
  expect((await at(other, owner).get('/api/users')).status).toBe(200)
  const later = other.browser()
  expect((await later.post(SIGN_IN, { email, password })).status).toBe(200)
  await at(one, later).post('/api/auth/sign-out')
  expect((await later.get('/api/users')).status).toBe(401)
  expect((await owner.get('/api/users')).status).toBe(200)
})

test('A8: guesses count together, whichever server they are sent to', async () => {
  await founded()
  const servers = [one, other]
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) =>
      (servers[i % 2] ?? one).browser().post(SIGN_IN, { email, password: 'wrong password' }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  const right = await other.browser().post(SIGN_IN, { email, password })
  expect([right.status, right.body.code]).toEqual([429, 'too-many-attempts'])
})

test('A13: a code of the phone works once, whichever server it is given to', async () => {
  const { uri } = await turnOnCode(await founded())
  const code = nextCodeFor(uri)
  const pass = async (server: TestServer) => {
    const browser = server.browser()
    expect((await browser.post(SIGN_IN, { email, password })).body).toEqual({ secondFactor: true })
    return await browser.post('/api/auth/second-factor', { code })
  }
  const answers = await Promise.all([one, other].map(pass))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  expect(answers.map(({ body }) => body.code)).toContain('code-used')
})

test('A7: who is cut off at one server is cut off at all', async () => {
  const owner = await founded()
  const { body } = await at(other, owner).get('/api/users')
  const [user] = body.users as { user: string }[]
  await endAllSessions(one.accounts, user?.user ?? '')
  await expect.poll(() => other.cut).toContain(user?.user)
  expect((await at(other, owner).get('/api/users')).status).toBe(401)
})

test('A12: a name with characters that no text has is refused in words', async () => {
  const owner = await founded()
  const { status, body } = await owner.post('/api/replica', { label: 'tab\0let' })
  expect([status, body.code]).toEqual([400, 'request-shape'])
  expect((await owner.post('/api/replica', { label: 'планшет «Окно» №1' })).status).toBe(200)
})

test('A1: of two first starts at two servers one makes the company', async () => {
  const starts = await Promise.all([one.browser().post('/api/setup', SETUP), other.browser().post('/api/setup', SETUP)])
  expect(starts.map(({ status }) => status).sort()).toEqual([200, 409])
})
