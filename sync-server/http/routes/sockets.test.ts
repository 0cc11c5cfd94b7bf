import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserView } from '../../../shared/accounts/api.ts'
import { breakUpgrades, uncaught, upgradeAt } from '../../../tests/support/broken-upgrades.ts'
import { endAllSessions } from '../../accounts/sessions.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../testing/server.ts'
import { connected, socketOf } from '../testing/sockets.ts'

let server: TestServer
let owner: Browser
const closing: (() => void)[] = []

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await server.close()
})

/** A device of the browser's account, connected to the company's settings; gives what it hears. */
async function connect(browser: Browser) {
  const device = await connected(server, browser)
  closing.push(device.close)
  return device.heard
}

test('A7: signing out everywhere closes the sockets, and they do not come back', async () => {
  const tablet = server.browser()
  await tablet.post('/api/auth/sign-in/email', SETUP.owner)
  const heard = await connect(tablet)
  await expect.poll(() => heard).toEqual(['read-write'])
  await owner.post('/api/sign-out-everywhere')
  await expect.poll(() => heard).toEqual(['read-write', 'cut 4401', 'sign-in-needed'])
})

test('A7: a changed role holds on the sockets too', async () => {
  const viewer = await join(server, owner, 'viewer')
  const heard = await connect(viewer)
  await expect.poll(() => heard).toEqual(['readonly'])
  const users = (await owner.get('/api/users')).body.users as UserView[]
  const { user } = users.find(({ role }) => role === 'viewer') as UserView
  await owner.send(`/api/users/${user}`, { method: 'PATCH', body: { role: 'admin' } })
  await expect.poll(() => heard).toEqual(['readonly', 'cut 4401', 'read-write'])
})

test('A7: a password that the command line resets closes the sockets of the running server', async () => {
  const heard = await connect(owner)
  await expect.poll(() => heard).toEqual(['read-write'])
  const { account } = (await owner.get('/api/state')).body as { account: { user: string } }
  const other = await server.secondProcess()
  await endAllSessions(other, account.user)
  other.close()
  await expect.poll(() => heard).toEqual(['read-write', 'cut 4401', 'sign-in-needed'])
})

test('A11: a page of another site opens no socket', async () => {
  const open = (origin: string) =>
    new Promise((resolve) => {
      const socket = new (socketOf(owner.cookie, origin))(`${server.url.replace('http', 'ws')}/sync`)
      socket.onopen = () => resolve('open')
      socket.onerror = () => resolve('refused')
      closing.push(() => socket.close())
    })
  expect(await open('https://evil.test')).toBe('refused')
  expect(await open(server.url)).toBe('open')
})

test('A12: who asks for a socket at no address, or breaks off before he is answered, does not stop the server', async () => {
  const { errors, undo } = uncaught()
  try {
    for (const path of ['//', 'http://', 'http://[/phone/', '/%', '/nowhere'])
      expect([path, await upgradeAt(server.url, path)]).toEqual([path, 'HTTP/1.1 404 Not Found'])
    for (const path of ['/nowhere', '/sync', '/phone/v1/socket']) await breakUpgrades(server.url, path)
    await breakUpgrades(server.url, '/sync', ['Origin: https://evil.test'])
    expect(errors).toEqual([])
    expect((await owner.get('/api/state')).status).toBe(200)
  } finally {
    undo()
  }
})
