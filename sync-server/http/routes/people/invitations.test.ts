import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../../../../shared/company/collections.ts'
import type { Browser } from '../../testing/browser.ts'
import { ACCESS, join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

const BORIS = { name: 'Борис', email: 'boris@romashka.test', password: 'horse battery' }
let server: TestServer
let owner: Browser

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

async function invite(by: Browser, request: object): Promise<string> {
  const { status, body } = await by.post('/api/invitations', request)
  expect(status).toBe(200)
  expect(String(body.link)).toMatch(new RegExp(`^${server.url}/invitation/[A-Za-z0-9_-]{43}$`))
  return `/api/invitations/${String(body.link).split('/').at(-1)}`
}

test('A2, A10: an invitation makes an account with its person, signed in', async () => {
  const path = await invite(owner, { name: 'Борис', email: BORIS.email, role: 'manager' })
  const browser = server.browser()
  const view = { company: SETUP.company, name: 'Борис', email: BORIS.email, role: 'manager' }
  expect((await browser.get(path)).body).toEqual(view)
  const { account } = (await browser.post(path, BORIS)).body as { account: { user: string; person: string } }
  expect((await browser.get('/api/state')).body.account).toEqual({
    ...account,
    ...BORIS,
    password: undefined,
    role: 'manager',
  })
  await server.author.write((tx) => {
    expect(tx.get(people, account.person)).toMatchObject({
      name: 'Борис',
      email: BORIS.email,
      user: account.user,
      role: 'manager',
    })
  })
})

test('A2: a link leads to the server’s own address, whoever makes it at the machine itself; where none is known, to where he is', async () => {
  const address = 'https://crm.romashka.test'
  const named = await startCompany({ access: { ...ACCESS, address } })
  const given = await named.owner.post('/api/invitations', { name: 'Борис', role: 'manager' })
  await named.server.close()
  expect(String(given.body.link)).toMatch(new RegExp(`^${address}/invitation/`))
  await invite(owner, { name: 'Борис', role: 'manager' })
})

test('A2: a link works once, also for two at once', async () => {
  const path = await invite(owner, { name: 'Борис', role: 'viewer' })
  const two = ['boris', 'vera'].map((name) => server.browser().post(path, { ...BORIS, email: `${name}@romashka.test` }))
  const answers = await Promise.all(two)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  const late = await server.browser().get(path)
  expect([late.status, late.body.code]).toEqual([410, 'invitation-expired'])
  expect((await owner.get('/api/users')).body.users).toHaveLength(2)
})

test('A2: an acceptance that is refused leaves the link good', async () => {
  const path = await invite(owner, { name: 'Борис', role: 'viewer' })
  const taken = await server.browser().post(path, { ...BORIS, email: SETUP.owner.email.toUpperCase() })
  expect([taken.status, taken.body.code]).toEqual([409, 'email-taken'])
  const weak = await server.browser().post(path, { ...BORIS, password: 'short' })
  expect([weak.status, weak.body.code]).toEqual([422, 'password-weak'])
  const own = await server.browser().post(path, { ...BORIS, password: 'Борис-Ромашка-1' })
  expect([own.status, own.body.code]).toEqual([422, 'password-common'])
  expect((await server.browser().post(path, BORIS)).status).toBe(200)
})

test('A2: an expired invitation is gone, and so is one that was taken back', async () => {
  const path = await invite(owner, { name: 'Борис', role: 'viewer' })
  const { adapter } = server.accounts.context
  await adapter.updateMany({ model: 'invitation', where: [], update: { expires: new Date(Date.now() - 1) } })
  expect((await server.browser().post(path, BORIS)).body.code).toBe('invitation-expired')

  const other = await invite(owner, { name: 'Вера', role: 'viewer' })
  const { invitations } = (await owner.get('/api/invitations')).body as { invitations: { id: string; name: string }[] }
  expect(invitations.map(({ name }) => name)).toEqual(['Вера'])
  await owner.send(`/api/invitations/${invitations[0]?.id}`, { method: 'DELETE' })
  expect((await server.browser().post(other, BORIS)).body.code).toBe('invitation-expired')
  const twice = await owner.send(`/api/invitations/${invitations[0]?.id}`, { method: 'DELETE' })
  expect([twice.status, twice.body.code]).toEqual([404, 'invitation-unknown'])
})

test('A2: the token stands nowhere in the data folder', async () => {
  const path = await invite(owner, { name: 'Борис', role: 'viewer' })
  const { adapter } = server.accounts.context
  const rows = await adapter.findMany({ model: 'invitation' })
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1))
})

test('A2: an invitation can give an account to a person who stands there already, once', async () => {
  await server.author.write((tx) => tx.create(people, 'boris', { name: 'Борис К.' }))
  const path = await invite(owner, { name: 'Борис', role: 'manager', person: 'boris' })
  const second = await invite(owner, { name: 'Борис', role: 'owner', person: 'boris' })
  const { account } = (await server.browser().post(path, BORIS)).body as { account: { user: string; person: string } }
  expect(account.person).toBe('boris')
  await server.author.write((tx) => {
    expect(tx.get(people, 'boris')).toMatchObject({ name: 'Борис К.', user: account.user, role: 'manager' })
  })
  const taken = await owner.post('/api/invitations', { name: 'Борис', role: 'manager', person: 'boris' })
  expect([taken.status, taken.body.code]).toEqual([409, 'person-taken'])
  const late = await server.browser().post(second, { ...BORIS, email: 'second@romashka.test' })
  expect([late.status, late.body.code]).toEqual([409, 'person-taken'])
  const unknown = await owner.post('/api/invitations', { name: 'Борис', role: 'manager', person: 'nobody' })
  expect([unknown.status, unknown.body.code]).toEqual([404, 'record-missing'])
})

test('A3: an admin invites all but owners; managers and viewers invite nobody', async () => {
  const admin = await join(server, owner, 'admin')
  await invite(admin, { name: 'Вера', role: 'admin' })
  const refused = await admin.post('/api/invitations', { name: 'Вера', role: 'owner' })
  expect([refused.status, refused.body.code]).toEqual([403, 'role-forbids'])
  for (const role of ['manager', 'viewer'] as const) {
    const browser = await join(server, owner, role)
    expect((await browser.post('/api/invitations', { name: 'Вера', role: 'viewer' })).body.code).toBe('role-forbids')
    expect((await browser.get('/api/invitations')).status).toBe(403)
    expect((await browser.get('/api/users')).status).toBe(403)
  }
  expect((await server.browser().post('/api/invitations', { name: 'Вера', role: 'viewer' })).status).toBe(401)
})

test('A2: no invitation makes a process, and no sign-up of the library is reachable', async () => {
  expect((await owner.post('/api/invitations', { name: 'Робот', role: 'agent' })).body).toEqual({
    code: 'request-shape',
    params: { field: 'role' },
  })
  for (const path of ['sign-up/email', 'update-user', 'delete-user', 'reset-password', 'list-sessions']) {
    const { status, body } = await owner.post(`/api/auth/${path}`, { ...BORIS, role: 'owner' })
    expect([status, body.code]).toEqual([404, 'route-unknown'])
  }
})

test('A8: guessing links ends too', async () => {
  const guess = (i: number) => server.browser().get(`/api/invitations/${String(i).padStart(43, 'a')}`)
  const answers = await Promise.all(Array.from({ length: 15 }, (_, i) => guess(i)))
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(10)
})
