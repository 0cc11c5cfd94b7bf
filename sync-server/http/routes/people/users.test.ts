import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserView } from '../../../../shared/accounts/api.ts'
import { people } from '../../../../shared/company/collections.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

let server: TestServer
let owner: Browser
let users: Record<'owner' | 'admin' | 'viewer', UserView>
let admin: Browser
let viewer: Browser

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  admin = await join(server, owner, 'admin')
  viewer = await join(server, owner, 'viewer')
  users = Object.fromEntries((await list()).map((user) => [user.role, user])) as typeof users
})
afterEach(() => server.close())

async function list(): Promise<UserView[]> {
  return (await owner.get('/api/users')).body.users as UserView[]
}

function change(by: Browser, { user }: UserView, body: object) {
  return by.send(`/api/users/${user}`, { method: 'PATCH', body })
}

test('A3: the page of users, for who looks after accounts', async () => {
  expect(await list()).toMatchObject([{ role: 'owner', disabled: false }, { role: 'admin' }, { role: 'viewer' }])
  expect(users.viewer.seen).toBeGreaterThan(Date.now() - 60_000)
  expect((await viewer.get('/api/users')).body.code).toBe('role-forbids')
})

test('A3, A7: a changed role holds at once, also in people, and cuts the sockets', async () => {
  expect((await change(admin, users.viewer, { role: 'manager' })).body).toEqual({ done: true })
  expect((await viewer.get('/api/state')).body.account).toMatchObject({ role: 'manager' })
  await server.author.write((tx) => expect(tx.get(people, users.viewer.person ?? '').role).toBe('manager'))
  expect(server.cut.at(-1)).toBe(users.viewer.user)
})

test('A3: an admin neither touches an owner nor makes one', async () => {
  const { user } = users.owner
  const refused = await Promise.all([
    change(admin, users.owner, { disabled: true }),
    change(admin, users.owner, { role: 'viewer' }),
    change(admin, users.viewer, { role: 'owner' }),
    change(admin, users.admin, { role: 'owner' }),
    admin.post(`/api/users/${user}/reset-link`),
    admin.post(`/api/users/${user}/sign-out-everywhere`),
    viewer.post(`/api/users/${user}/reset-link`),
    change(viewer, users.viewer, { role: 'admin' }),
  ])
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(8).fill([403, 'role-forbids']))
})

test('A4: the last owner is neither demoted nor disabled, also by two owners at once', async () => {
  const refused = [
    await change(owner, users.owner, { role: 'admin' }),
    await change(owner, users.owner, { disabled: true }),
  ]
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([409, 'last-owner']))

  await change(owner, users.admin, { role: 'owner' })
  const both = await Promise.all([
    change(owner, users.owner, { role: 'viewer' }),
    change(admin, users.admin, { role: 'viewer' }),
  ])
  expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200])
  const roles = await server.accounts.context.adapter.findMany<{ role: string }>({ model: 'user' })
  expect(roles.filter(({ role }) => role === 'owner')).toHaveLength(1)
})

test('A7, A9: a disabled account loses its sessions and cannot sign in, and says so only for the right password', async () => {
  const credentials = { email: users.viewer.email, password: SETUP.owner.password }
  expect((await change(owner, users.viewer, { disabled: true })).status).toBe(200)
  expect((await viewer.get('/api/state')).body.account).toBeNull()
  expect(server.cut.at(-1)).toBe(users.viewer.user)
  const right = await server.browser().post('/api/auth/sign-in/email', credentials)
  expect([right.status, right.body.code]).toEqual([403, 'account-disabled'])
  expect(right.headers.getSetCookie()).toEqual([])
  const wrong = await server.browser().post('/api/auth/sign-in/email', { ...credentials, password: 'wrong password' })
  expect(wrong.body.code).toBe('sign-in-wrong')

  await change(owner, users.viewer, { disabled: false })
  expect((await server.browser().post('/api/auth/sign-in/email', credentials)).status).toBe(200)
})

test('A7: an owner signs another out everywhere', async () => {
  expect((await owner.post(`/api/users/${users.admin.user}/sign-out-everywhere`)).status).toBe(200)
  expect((await admin.get('/api/state')).body.account).toBeNull()
  expect(server.cut).toEqual([users.admin.user])
})

test('A7: what another process cuts off is cut off here too', async () => {
  const other = await server.secondProcess()
  await other.cuts.tell(users.viewer.user)
  await expect.poll(() => server.cut).toEqual([users.viewer.user])
  other.close()
})

test('An unknown account, an unknown field, and a role of processes are refused', async () => {
  const unknown = await owner.send('/api/users/nobody', { method: 'PATCH', body: { role: 'viewer' } })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'account-unknown'])
  expect((await change(owner, users.viewer, { role: 'agent' })).body.code).toBe('request-shape')
  expect((await change(owner, users.viewer, { disabled: 'yes' })).body.code).toBe('request-shape')
  await change(owner, users.viewer, { email: 'other@romashka.test' })
  expect((await list()).map(({ email }) => email)).not.toContain('other@romashka.test')
})
