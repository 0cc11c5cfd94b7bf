import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserView } from '../../../../shared/accounts/api.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

const NEXT = 'staple of horses'
let server: TestServer
let owner: Browser
let manager: Browser
let user: UserView

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  manager = await join(server, owner, 'manager')
  user = ((await owner.get('/api/users')).body.users as UserView[])[1] as UserView
})
afterEach(() => server.close())

async function resetPath(): Promise<string> {
  const { body } = await owner.post(`/api/users/${user.user}/reset-link`)
  return `/api/reset/${String(body.link).split('/').at(-1)}`
}

test('A6, A7: a reset link sets the password, ends the sessions, closes the sockets and signs in', async () => {
  const path = await resetPath()
  const browser = server.browser()
  expect((await browser.get(path)).body).toEqual({ name: user.name, email: user.email })
  const { body } = await browser.post(path, { password: NEXT })
  expect(body.account).toMatchObject({ user: user.user, role: 'manager' })
  expect((await manager.get('/api/state')).body.account).toBeNull()
  expect((await browser.get('/api/state')).body.account).toMatchObject({ user: user.user })
  expect(server.cut).toEqual([user.user])
  const old = { email: user.email, password: SETUP.owner.password }
  expect((await server.browser().post('/api/auth/sign-in/email', old)).status).toBe(401)
})

test('A6: a reset link works once, also for two at once', async () => {
  const path = await resetPath()
  const passwords = [NEXT, `${NEXT} too`]
  const answers = await Promise.all(passwords.map((password) => server.browser().post(path, { password })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  const late = await server.browser().get(path)
  expect([late.status, late.body.code]).toEqual([410, 'reset-expired'])
})

test('A6: a newer link ends the one before; a weak password leaves it good; a day ends it', async () => {
  const [first, second] = [await resetPath(), await resetPath()]
  expect((await server.browser().post(first, { password: NEXT })).body.code).toBe('reset-expired')
  expect((await server.browser().post(second, { password: 'weak' })).body.code).toBe('password-weak')
  const own = await server.browser().post(second, { password: 'manager@romashka.test' })
  expect(own.body.code).toBe('password-common')
  const { adapter } = server.accounts.context
  await adapter.updateMany({ model: 'resetLink', where: [], update: { expires: new Date(Date.now() - 1) } })
  expect((await server.browser().post(second, { password: NEXT })).body.code).toBe('reset-expired')
  expect((await manager.get('/api/state')).body.account).not.toBeNull()
})

test('A6: a changed password ends the link', async () => {
  const path = await resetPath()
  await manager.post('/api/auth/change-password', { currentPassword: SETUP.owner.password, newPassword: NEXT })
  expect((await server.browser().get(path)).body.code).toBe('reset-expired')
})
