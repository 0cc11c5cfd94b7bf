import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Profile, ServerState, UserList } from '../../../../shared/accounts/api.ts'
import { FACTOR_GRACE } from '../../../../shared/accounts/factors.ts'
import type { Browser } from '../../testing/browser.ts'
import { addPasskey, signInBy, turnOnCode } from '../../testing/factors.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'
import { connected } from '../../testing/sockets.ts'

const { password } = SETUP.owner
const MANAGER = { email: 'manager@romashka.test', password }
let server: TestServer
let owner: Browser
/** Has been here since before anything was required. */
let manager: Browser
const closing: (() => void)[] = []

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  manager = await join(server, owner, 'manager')
})
afterEach(async () => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) close()
  await server.close()
})

const require = (required = true, by = owner) => by.post('/api/second-factor/requirement', { required })

/** The owner has a second factor, and asks everybody for one. */
async function required(): Promise<void> {
  await turnOnCode(owner)
  expect((await require()).body).toEqual({ done: true })
}

const stateOf = async (browser: Browser) => (await browser.get('/api/state')).body as unknown as ServerState

async function signedIn(): Promise<Browser> {
  const browser = server.browser()
  expect((await browser.post('/api/auth/sign-in/email', MANAGER)).status).toBe(200)
  return browser
}

async function connect(...args: [browser: Browser, given?: Parameters<typeof connected>[2]]) {
  const device = await connected(server, ...args)
  closing.push(device.close)
  return device
}

async function userNamed(role: string) {
  const { users } = (await owner.get('/api/users')).body as unknown as UserList
  return users.find((one) => one.role === role)?.user
}

test('A17: the owner alone requires it, and first has one himself', async () => {
  const admin = await join(server, owner, 'admin')
  expect((await require(true, admin)).body.code).toBe('role-forbids')
  expect((await require(true, manager)).body.code).toBe('role-forbids')
  const early = await require()
  expect([early.status, early.body.code]).toEqual([409, 'second-factor-own'])
  await required()
  const { requiredSince, users } = (await admin.get('/api/users')).body as unknown as UserList
  expect(Math.abs((requiredSince ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(users.map(({ role, secondFactor }) => [role, secondFactor])).toContainEqual(['owner', true])
  expect((await require(false)).body).toEqual({ done: true })
  expect((await stateOf(manager)).factorDue).toBeNull()
})

/** What an account without a second factor is refused once it must have one, and what it is not: to set one up, to leave. */
const REFUSED = [
  ['GET', '/api/devices'],
  ['GET', '/api/records/orders/common-1/history'],
  ['GET', '/api/users'],
  ['PATCH', '/api/profile'],
  ['POST', '/api/replica'],
  ['POST', '/api/sign-out-everywhere'],
  ['POST', '/api/auth/change-password'],
  ['POST', '/api/second-factor/off'],
  ['POST', '/api/second-factor/backup-codes'],
] as const

test('A17: who signs in with the password alone sets one up before anything else, by code or by passkey', async () => {
  const { given } = await connect(manager)
  await required()
  for (const setUp of [addPasskey, turnOnCode]) {
    const browser = await signedIn()
    const { account, factorDue, time } = await stateOf(browser)
    expect(account).toMatchObject({ email: MANAGER.email })
    expect(factorDue).toBeLessThanOrEqual(time)
    const body = { label: 'a', currentPassword: password, newPassword: password, password, name: 'a' }
    for (const [method, path] of REFUSED) {
      const answer = await browser.send(path, { method, ...(method === 'GET' ? {} : { body }) })
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'second-factor-required'])
    }
    const denied = await connect(browser, given)
    await expect.poll(() => denied.heard).toEqual(['second-factor-required'])
    await setUp(browser)
    expect((await stateOf(browser)).factorDue).toBeNull()
    const device = await connect(browser)
    await expect.poll(() => device.heard).toEqual(['readonly'])
    await owner.send(`/api/users/${await userNamed('manager')}/factors`, { method: 'DELETE' })
    await expect.poll(() => device.heard).toEqual(['readonly', 'cut 4401', 'second-factor-required'])
  }
  const browser = await signedIn()
  expect((await browser.post('/api/auth/sign-out')).body).toEqual({ done: true })
})

test('A17: who was signed in when it began has seven days, and then is cut off', async () => {
  const device = await connect(manager)
  await expect.poll(() => device.heard).toEqual(['readonly'])
  await required()
  const { factorDue, time } = await stateOf(manager)
  expect(Math.abs((factorDue ?? 0) - time - FACTOR_GRACE)).toBeLessThan(60_000)
  expect((await manager.get('/api/devices')).status).toBe(200)
  expect(device.heard).toEqual(['readonly'])
  vi.useFakeTimers({ toFake: ['Date'], now: (factorDue ?? 0) + 1 })
  expect((await manager.get('/api/devices')).body.code).toBe('second-factor-required')
  await expect.poll(() => device.heard).toEqual(['readonly', 'cut 4401', 'second-factor-required'])
  expect((await owner.get('/api/devices')).status).toBe(200)
})

test('A17: the password alone is no way in for an account whose second factor is a passkey', async () => {
  const device = await addPasskey(manager)
  expect((await stateOf(await signedIn())).factorDue).toBeNull()
  await required()
  const browser = server.browser()
  const refused = await browser.post('/api/auth/sign-in/email', MANAGER)
  expect([refused.status, refused.body.code]).toEqual([403, 'passkey-needed'])
  expect(refused.headers.getSetCookie()).toEqual([])
  expect((await signInBy(device, browser)).body).toMatchObject({ account: { email: MANAGER.email } })
  const { factorDue } = await stateOf(browser)
  expect(factorDue).toBeNull()
})

test('A17: the last second factor stays as long as one is required', async () => {
  await addPasskey(manager)
  await turnOnCode(manager)
  await required()
  const { passkeys } = (await manager.get('/api/profile')).body as unknown as Profile
  const off = () => manager.post('/api/second-factor/off', { password })
  const remove = () => manager.post(`/api/passkeys/${passkeys[0]?.id}/remove`, { password })
  expect((await off()).body).toEqual({ done: true })
  expect((await remove()).body.code).toBe('second-factor-last')
  await turnOnCode(manager)
  expect((await remove()).body).toEqual({ done: true })
  const last = await off()
  expect([last.status, last.body.code]).toEqual([409, 'second-factor-last'])
  await require(false)
  expect((await off()).body).toEqual({ done: true })
})
