import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PasskeyView, Profile } from '../../../../shared/accounts/api.ts'
import { Authenticator } from '../../../../tests/support/factors/authenticator.ts'
import type { Browser } from '../../testing/browser.ts'
import { addPasskey, signInBy } from '../../testing/factors.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

const { email, password } = SETUP.owner
let server: TestServer
let owner: Browser

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

const passkeys = async (browser = owner) => ((await browser.get('/api/profile')).body as unknown as Profile).passkeys

test('A14: a passkey is added by who knows the password, and signs in alone', async () => {
  const wrong = await owner.post('/api/passkeys/question', { password: 'wrong password' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'password-wrong'])
  const device = await addPasskey(owner)
  const browser = server.browser()
  expect((await signInBy(device, browser)).body).toMatchObject({ account: { email } })
  expect((await browser.get('/api/state')).body.account).toMatchObject({ email })
})

test('A14: it is for the host by which the server was reached', async () => {
  expect(await hostAsked('crm.example:8080')).toBe('crm.example')
  expect(await hostAsked('voronka.local')).toBe('voronka.local')
})

/** For which host a page at `host` is asked for a passkey; `fetch` would not let the header be set. */
async function hostAsked(host: string): Promise<unknown> {
  const headers = { host, origin: `http://${host}` }
  const asking = request(`${server.url}/api/auth/passkey/question`, { method: 'POST', headers }).end()
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return ((await json(answer)) as { readonly rpId: string }).rpId
}

test('A14: a device that did not ask for finger or PIN is refused, when adding and when signing in', async () => {
  const careless = new Authenticator(server.url)
  careless.isVerified = false
  const question = await owner.post('/api/passkeys/question', { password })
  const refused = await owner.post('/api/passkeys', { name: 'x', response: careless.create(question.body) })
  expect([refused.status, refused.body.code]).toEqual([401, 'passkey-wrong'])
  const device = await addPasskey(owner)
  device.isVerified = false
  expect((await signInBy(device, server.browser())).body.code).toBe('passkey-wrong')
})

test('A14: another question’s answer, another device’s, another page’s and no answer at all are refused', async () => {
  const device = await addPasskey(owner)
  const browser = server.browser()
  const old = (await browser.post('/api/auth/passkey/question')).body
  await browser.post('/api/auth/passkey/question')
  expect((await browser.post('/api/auth/passkey', { response: device.sign(old) })).body.code).toBe('passkey-wrong')
  expect((await browser.post('/api/auth/passkey', { response: device.sign(old) })).body.code).toBe('passkey-late')
  expect((await signInBy(new Authenticator(server.url), server.browser())).body.code).toBe('passkey-unknown')
  const elsewhere = new Authenticator('https://evil.example')
  const question = await owner.post('/api/passkeys/question', { password })
  const forged = await owner.post('/api/passkeys', { name: 'x', response: elsewhere.create(question.body) })
  expect(forged.body.code).toBe('passkey-wrong')
  await browser.post('/api/auth/passkey/question')
  const odd = await browser.post('/api/auth/passkey', { response: { id: 5 } })
  expect([odd.status, odd.body.code]).toEqual([404, 'passkey-unknown'])
})

test('A14: one’s own are listed, named, and removed by who knows the password, nobody else’s', async () => {
  const device = await addPasskey(owner)
  const admin = await join(server, owner, 'admin')
  await addPasskey(admin, 'Ноутбук')
  const [mine] = await passkeys()
  const path = `/api/passkeys/${(mine as PasskeyView).id}`
  expect((await admin.send(path, { method: 'PATCH', body: { name: 'Чужой' } })).body.code).toBe('passkey-unknown')
  expect((await admin.post(`${path}/remove`, { password })).body.code).toBe('passkey-unknown')
  expect((await owner.send(path, { method: 'PATCH', body: { name: 'Мой' } })).body).toEqual({ done: true })
  expect((await passkeys()).map(({ name }) => name)).toEqual(['Мой'])
  const wrong = await owner.post(`${path}/remove`, { password: 'wrong password' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'password-wrong'])
  expect((await owner.post(`${path}/remove`)).body.code).toBe('request-shape')
  expect(await passkeys()).toHaveLength(1)
  expect((await owner.post(`${path}/remove`, { password })).body).toEqual({ done: true })
  expect((await signInBy(device, server.browser())).body.code).toBe('passkey-unknown')
  expect(await passkeys(admin)).toHaveLength(1)
})

test('A14: who may not sign in does not by a passkey either; it needs no code of the second factor', async () => {
  const viewer = await join(server, owner, 'viewer')
  const device = await addPasskey(viewer)
  const { user } = (await viewer.get('/api/state')).body.account as { user: string }
  await owner.send(`/api/users/${user}`, { method: 'PATCH', body: { disabled: true } })
  const refused = await signInBy(device, server.browser())
  expect([refused.status, refused.body.code]).toEqual([403, 'account-disabled'])
})
