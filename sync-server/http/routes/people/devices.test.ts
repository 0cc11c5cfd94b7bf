import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeviceView, GivenReplica, UserView } from '../../../../shared/accounts/api.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../../testing/server.ts'
import { type Connected, connected } from '../../testing/sockets.ts'

let server: TestServer
let owner: Browser
let tablet: Browser
const closing: Connected[] = []

beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  tablet = await join(server, owner, 'manager')
})
afterEach(async () => {
  for (const device of closing.splice(0)) device.close()
  await server.close()
})

async function connect(...args: Parameters<typeof connected> extends [TestServer, ...infer Rest] ? Rest : never) {
  const device = await connected(server, ...args)
  closing.push(device)
  return device
}

/** The manager's tablet, connected as a manager. */
async function connectedTablet(): Promise<Connected> {
  const device = await connect(tablet)
  await expect.poll(() => device.heard).toEqual(['readonly'])
  return device
}

async function managerPath(): Promise<string> {
  const users = (await owner.get('/api/users')).body.users as UserView[]
  return `/api/users/${users.find(({ role }) => role === 'manager')?.user}`
}

const list = async (browser: Browser, path = '/api/devices') =>
  (await browser.get(path)).body.devices as unknown as DeviceView[]

const meet = async ({ replica, key }: GivenReplica) =>
  (await server.browser().post('/api/device', { replica, key })).body

async function ordered(): Promise<Connected> {
  const device = await connectedTablet()
  const answer = await owner.post(`${await managerPath()}/devices/${device.given.replica}/wipe`)
  expect(answer.body).toEqual({ done: true })
  return device
}

test('A15: a device is listed with its session, once it has connected', async () => {
  expect(await list(tablet)).toMatchObject([{ kept: false, signedIn: true, here: true, online: false }])
  const { given } = await connectedTablet()
  const [device, ...rest] = await list(tablet)
  expect(rest).toEqual([])
  const seen = { id: given.replica, label: 'Планшет', kept: true, signedIn: true, here: true, online: true, wipe: null }
  expect(device).toMatchObject(seen)
  expect(await list(owner, `${await managerPath()}/devices`)).toMatchObject([{ ...seen, here: false }])
})

test('A15: one device is signed out, the others stay; what it keeps is still known of', async () => {
  const device = await connectedTablet()
  const phone = server.browser()
  await phone.post('/api/auth/sign-in/email', { email: 'manager@romashka.test', password: SETUP.owner.password })
  const other = await connect(phone)
  await expect.poll(() => other.heard).toEqual(['readonly'])
  expect((await phone.post(`/api/devices/${device.given.replica}/sign-out`)).body).toEqual({ done: true })
  await expect.poll(() => device.heard).toEqual(['readonly', 'cut 4401', 'sign-in-needed'])
  await expect.poll(() => other.heard).toEqual(['readonly', 'cut 4401', 'readonly'])
  const views = await list(phone)
  expect(views.map(({ signedIn, online }) => [signedIn, online])).toEqual([
    [true, true],
    [false, false],
  ])
})

test('A3, A15: nobody touches devices of accounts that he does not look after', async () => {
  const { given } = await connectedTablet()
  const viewer = await join(server, owner, 'viewer')
  const admin = await join(server, owner, 'admin')
  const mine = await connect(owner)
  await expect.poll(() => mine.heard).toEqual(['read-write'])
  const { user } = (await owner.get('/api/state')).body.account as { user: string }
  const answers = [
    await viewer.get(`${await managerPath()}/devices`),
    await viewer.post(`${await managerPath()}/devices/${given.replica}/wipe`),
    await viewer.post(`/api/devices/${given.replica}/wipe`),
    await viewer.post(`/api/devices/${given.replica}/sign-out`),
    await admin.post(`/api/users/${user}/devices/${mine.given.replica}/wipe`),
    await owner.post(`/api/users/${user}/devices/${given.replica}/wipe`),
  ]
  const codes = ['role-forbids', 'role-forbids', 'device-unknown', 'device-unknown', 'role-forbids', 'device-unknown']
  expect(answers.map(({ body }) => body.code)).toEqual(codes)
})

test('A16: a device that is to be wiped is signed out, hears of it by its key, and stays so until it says that it did', async () => {
  const { given, heard } = await ordered()
  await expect.poll(() => heard).toEqual(['readonly', 'cut 4401', 'sign-in-needed'])
  expect((await tablet.get('/api/state')).body.account).toBeNull()
  expect(await meet(given)).toEqual({ wipe: true })
  expect(await meet(given)).toEqual({ wipe: true })
  const report = { replica: given.replica, key: given.key, lost: 2 }
  expect((await server.browser().post('/api/device/wiped', report)).body).toEqual({ done: true })
  const [device] = await list(owner, `${await managerPath()}/devices`)
  expect(device?.wipe).toEqual({ ordered: expect.any(Number), done: expect.any(Number), lost: 2 })
})

test('A16: until then it may send what it has, with the rights of its account; after that no more', async () => {
  const { given } = await ordered()
  const early = await connect(server.browser(), given, 'wiping')
  await expect.poll(() => early.heard).toEqual(['sign-in-needed'])
  await meet(given)
  const sending = await connect(server.browser(), given, 'wiping')
  await expect.poll(() => sending.heard).toEqual(['readonly'])
  const forged = await connect(server.browser(), { ...given, key: 'x' }, 'wiping')
  await expect.poll(() => forged.heard).toEqual(['replica-unknown'])
  await server.browser().post('/api/device/wiped', { replica: given.replica, key: given.key, lost: 0 })
  const late = await connect(server.browser(), given, 'wiping')
  await expect.poll(() => late.heard).toEqual(['sign-in-needed'])
})

test('A16: an account that is shut out sends nothing more', async () => {
  const { given } = await ordered()
  await meet(given)
  await owner.send(await managerPath(), { method: 'PATCH', body: { disabled: true } })
  const sending = await connect(server.browser(), given, 'wiping')
  await expect.poll(() => sending.heard).toEqual(['sign-in-needed'])
})

test('A16: whoever signs in on it again is not let in under its old name', async () => {
  const { given } = await ordered()
  await tablet.post('/api/auth/sign-in/email', { email: 'manager@romashka.test', password: SETUP.owner.password })
  const again = await connect(tablet, given)
  await expect.poll(() => again.heard).toEqual(['device-wiped'])
  const fresh = await connect(tablet)
  await expect.poll(() => fresh.heard).toEqual(['readonly'])
})

test('A16: an order that the device has not heard of is taken back', async () => {
  const { given } = await ordered()
  const path = `${await managerPath()}/devices/${given.replica}/wipe`
  expect((await owner.send(path, { method: 'DELETE' })).body).toEqual({ done: true })
  expect(await meet(given)).toEqual({ wipe: false })
  await owner.post(path)
  await meet(given)
  expect((await owner.send(path, { method: 'DELETE' })).body.code).toBe('device-unknown')
})

test('A8, A16: keys of devices are not guessed', async () => {
  const { given } = await connectedTablet()
  const guess = () => server.browser().post('/api/device', { replica: given.replica, key: 'guessed' })
  const codes: unknown[] = []
  for (let i = 0; i < 12; i++) codes.push((await guess()).body.code)
  expect(codes).toEqual([...Array(10).fill('replica-unknown'), ...Array(2).fill('too-many-attempts')])
})
