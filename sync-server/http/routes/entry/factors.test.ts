import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join as joined } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Profile, SecondFactorStart } from '../../../../shared/accounts/api.ts'
import { codeFor, nextCodeFor, secretOf } from '../../../../tests/support/factors/totp.ts'
import type { Browser } from '../../testing/browser.ts'
import { turnOnCode } from '../../testing/factors.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

const { email, password } = SETUP.owner
const STEP = 30_000
let server: TestServer
let owner: Browser

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => {
  vi.useRealTimers()
  return server.close()
})

/** A browser that has given the right password. */
async function asked(whose = email): Promise<Browser> {
  const browser = server.browser()
  const answer = await browser.post('/api/auth/sign-in/email', { email: whose, password })
  expect([answer.status, answer.body]).toEqual([200, { secondFactor: true }])
  return browser
}

const pass = (browser: Browser, code: string, headers = {}) =>
  browser.post('/api/auth/second-factor', { code }, headers)

test('A13: it holds once a code was given; then the password alone is no way in', async () => {
  const start = (await owner.post('/api/second-factor', { password })).body as unknown as SecondFactorStart
  expect(decodeURIComponent(start.uri)).toContain(`otpauth://totp/ООО «Ромашка»:${email}`)
  expect((await server.browser().post('/api/auth/sign-in/email', { email, password })).body.account).toBeDefined()
  const wrong = await owner.post('/api/second-factor/confirm', { code: '000000' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'code-wrong'])
  await owner.post('/api/second-factor/confirm', { code: codeFor(start.uri) })
  expect((await owner.get('/api/state')).body.account).not.toBeNull()

  const browser = await asked()
  expect((await browser.get('/api/state')).body.account).toBeNull()
  const signed = await pass(browser, nextCodeFor(start.uri))
  expect(signed.body).toMatchObject({ account: { email } })
  expect((await browser.get('/api/state')).body.account).toMatchObject({ email })
})

test('A13: a phone may be 30 seconds early or late, not more', async () => {
  const { uri } = await turnOnCode(owner)
  // A new step must not begin between the code and its check, and the code that switched it on is used up.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9 * STEP })
  const at = async (offset: number) => (await pass(await asked(), codeFor(uri, Date.now() + offset))).status
  expect([await at(-STEP), await at(0), await at(STEP)]).toEqual([200, 200, 200])
  expect([await at(-3 * STEP), await at(3 * STEP)]).toEqual([401, 401])
})

test('A13: a code of the phone works once, also of two that sign in with it at once', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { uri } = await turnOnCode(owner)
  const again = await pass(await asked(), codeFor(uri))
  expect([again.status, again.body.code]).toEqual([401, 'code-used'])
  const [next, browsers] = [nextCodeFor(uri), [await asked(), await asked()]]
  const answers = await Promise.all(browsers.map((browser) => pass(browser, next)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  const signedIn = await Promise.all(browsers.map(async (browser) => (await browser.get('/api/state')).body.account))
  expect(signedIn.filter((account) => account !== null)).toHaveLength(1)
  expect(answers.find(({ status }) => status === 401)?.headers.getSetCookie()).toEqual([])
})

test('A13: a backup code works once, however it is typed', async () => {
  const { backupCodes } = await turnOnCode(owner)
  expect(new Set(backupCodes).size).toBe(10)
  const [first = '', second = ''] = backupCodes
  expect((await pass(await asked(), first.toUpperCase().replace('-', ' '))).status).toBe(200)
  const again = await pass(await asked(), first)
  expect([again.status, again.body.code]).toEqual([401, 'code-wrong'])
  expect((await pass(await asked(), ` ${second.replace('-', '')}`)).status).toBe(200)
  expect(((await owner.get('/api/profile')).body as unknown as Profile).backupCodes).toBe(8)
})

test('A13: neither the phone’s secret nor a backup code stands readable in the data folder', async () => {
  const { uri, backupCodes } = await turnOnCode(owner)
  const secret = secretOf(uri)
  expect(secret.length).toBeGreaterThan(19)
  const files = readdirSync(server.folder).map((name) => joined(server.folder, name))
  const kept = Buffer.concat(files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)))
  expect(kept.includes(email)).toBe(true)
  for (const hidden of [
    secret,
    new URL(uri).searchParams.get('secret') ?? '',
    ...backupCodes,
    ...backupCodes.map((code) => code.replaceAll('-', '')),
  ]) {
    expect(kept.includes(hidden)).toBe(false)
  }
})

test('A13: fresh backup codes end the earlier ones', async () => {
  const { backupCodes } = await turnOnCode(owner)
  const wrong = await owner.post('/api/second-factor/backup-codes', { password: 'wrong password' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'password-wrong'])
  const fresh = (await owner.post('/api/second-factor/backup-codes', { password })).body.backupCodes as string[]
  expect((await pass(await asked(), backupCodes[0] ?? '')).status).toBe(401)
  expect((await pass(await asked(), fresh[0] ?? '')).status).toBe(200)
})

test('A13: a code without the password before it, or after five wrong ones, asks for the password', async () => {
  const { uri } = await turnOnCode(owner)
  const bare = await pass(server.browser(), codeFor(uri))
  expect([bare.status, bare.body.code]).toEqual([401, 'code-late'])
  const browser = await asked()
  for (let i = 0; i < 5; i++) expect((await pass(browser, '000000')).body.code).toBe('code-wrong')
  expect((await pass(browser, codeFor(uri))).body.code).toBe('code-late')
})

test('A8, A13: guesses of the code end, also from many networks', async () => {
  const { uri } = await turnOnCode(owner)
  const codes: unknown[] = []
  for (let i = 0; i < 14; i++) {
    const from = { 'x-forwarded-for': `198.51.100.${i}` }
    codes.push((await pass(await asked(), '000000', from)).body.code)
  }
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('code-wrong'))
  expect(codes.slice(10)).toEqual(Array(4).fill('too-many-attempts'))
  const right = await pass(await asked(), codeFor(uri), { 'x-forwarded-for': '198.51.100.99' })
  expect([right.status, right.body.code]).toEqual([429, 'too-many-attempts'])
})

test('A13: a link for a new password is no way around it', async () => {
  const { uri } = await turnOnCode(owner)
  const { user } = (await owner.get('/api/state')).body.account as { user: string }
  const { body } = await owner.post(`/api/users/${user}/reset-link`)
  const browser = server.browser()
  const path = `/api/reset/${String(body.link).split('/').at(-1)}`
  expect((await browser.post(path, { password: 'another battery staple' })).body).toEqual({ secondFactor: true })
  expect((await browser.get('/api/state')).body.account).toBeNull()
  expect((await pass(browser, nextCodeFor(uri))).status).toBe(200)
})

test('A13: switched off by the password, the password is enough again', async () => {
  await turnOnCode(owner)
  expect((await owner.post('/api/second-factor', { password })).body.code).toBe('second-factor-on')
  expect((await owner.post('/api/second-factor/off', { password: 'wrong password' })).body.code).toBe('password-wrong')
  expect((await owner.post('/api/second-factor/off', { password })).body).toEqual({ done: true })
  expect((await owner.get('/api/profile')).body).toEqual({ backupCodes: null, passkeys: [] })
  expect((await server.browser().post('/api/auth/sign-in/email', { email, password })).body.account).toBeDefined()
})

test('A3, A13: who lost the phone is let in again by an owner or admin, an owner only by an owner', async () => {
  const [admin, viewer] = [await join(server, owner, 'admin'), await join(server, owner, 'viewer')]
  await turnOnCode(viewer)
  await turnOnCode(owner)
  const users = (await owner.get('/api/users')).body.users as { user: string; role: string; secondFactor: boolean }[]
  expect(users.map(({ role, secondFactor }) => [role, secondFactor])).toEqual([
    ['owner', true],
    ['admin', false],
    ['viewer', true],
  ])
  const drop = (by: Browser, role: string) =>
    by.send(`/api/users/${users.find((one) => one.role === role)?.user}/factors`, { method: 'DELETE' })
  expect((await drop(admin, 'owner')).body.code).toBe('role-forbids')
  expect((await drop(viewer, 'viewer')).body.code).toBe('role-forbids')
  expect((await drop(admin, 'viewer')).body).toEqual({ done: true })
  const signed = await server.browser().post('/api/auth/sign-in/email', { email: 'viewer@romashka.test', password })
  expect(signed.body.account).toBeDefined()
})
