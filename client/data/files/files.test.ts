import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../../../sync-server/http/testing/browser.ts'
import { FILE_LIMIT, join, SETUP, startCompany, type TestServer } from '../../../sync-server/http/testing/server.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../page/saved/saved.ts'
import type { FilesAnswer } from '../queries/files/query.ts'
import { wipe } from '../session/desk/wipe.ts'
import { TestDevice } from '../session/testing/test-device.ts'
import { KeptFiles } from './kept-files.ts'
import { hashOf } from './look.ts'
import type { GivenFile } from './queued.ts'

const ABOUT = 'orders/common-1'

let server: TestServer
let owner: Browser
let manager: Browser
beforeAll(async () => {
  const company = await startCompany()
  server = company.server
  owner = company.owner
  manager = await join(server, owner, 'manager')
})
afterAll(() => server.close())

let one: TestDevice
beforeEach(async () => {
  one = await device(owner, 'owner')
})
const devices: TestDevice[] = []
afterEach(async () => {
  vi.unstubAllGlobals()
  for (const each of devices.splice(0)) await each.end()
})

async function device(who: Browser, role: 'owner' | 'manager'): Promise<TestDevice> {
  const { user } = (await who.get('/api/state')).body.account as { readonly user: string }
  const made = await TestDevice.make(server, user, role, { cookie: who.cookie, maker: '' })
  devices.push(made)
  await made.start()
  await made.saved()
  return made
}

function given(bytes: Uint8Array, more: Partial<GivenFile> = {}): GivenFile {
  const rest = { about: ABOUT, name: 'план.bin', preview: null, width: null, height: null, paper: null }
  return { ...rest, bytes: new Blob([bytes.slice()]), ...more }
}

async function filesOn(where: TestDevice, about = ABOUT) {
  return ((await where.ask({ what: 'files', about })) as FilesAnswer).files
}

/** A file of the name, as the device has it. */
async function fileOn(where: TestDevice, name: string) {
  return (await filesOn(where)).find((file) => file.name === name)
}

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

test('Q1, Q2: what is added without a network stands at once, outlives a kill, and arrives whole when there is one', async () => {
  const [bytes, preview] = [randomBytes(2_500_000), randomBytes(2000)]
  one.line.cut()
  await eventually(async () => (await one.status()).online).toBe(false)
  await one.session.addFile(given(bytes, { name: '../замер.bin', preview: new Blob([preview.slice()]) }))
  const waiting = { name: 'замер.bin', size: bytes.length, isHere: true, stored: null, sending: { failed: null } }
  expect(await fileOn(one, 'замер.bin')).toMatchObject(waiting)
  await one.restart()
  expect(await fileOn(one, 'замер.bin')).toMatchObject(waiting)
  const other = await device(manager, 'manager')
  one.line.restore()
  await eventually(async () => (await fileOn(other, 'замер.bin'))?.stored ?? null).not.toBeNull()
  const { id = '' } = (await fileOn(other, 'замер.bin')) ?? {}
  expect((await bytesOf(await other.session.files.open(id, 'file'))).equals(bytes)).toBe(true)
  expect((await bytesOf(await other.session.files.open(id, 'preview'))).equals(preview)).toBe(true)
  await eventually(async () => await fileOn(one, 'замер.bin')).toMatchObject({ sending: null })
  other.line.cut()
  expect((await bytesOf(await other.session.files.open(id, 'file'))).equals(bytes), 'and opens without one').toBe(true)
})

test('Q2: an upload whose line breaks and whose device is killed in the middle of it goes on where it was', async () => {
  const bytes = randomBytes(6_000_000)
  const cut = one.line.cutAfter(2_600_000)
  await one.session.addFile(given(bytes, { name: 'кухня.bin' }))
  await cut
  await one.kill()
  one.line.restore()
  const before = one.line.stats.up
  await one.start()
  await eventually(async () => (await fileOn(one, 'кухня.bin'))?.stored ?? null).not.toBeNull()
  expect(one.line.stats.up - before).toBeLessThan(5_500_000)
  const other = await device(manager, 'manager')
  const { id = '' } = (await fileOn(other, 'кухня.bin')) ?? {}
  expect((await bytesOf(await other.session.files.open(id, 'file'))).equals(bytes)).toBe(true)
})

test('Q2: the same content is sent once', async () => {
  const bytes = randomBytes(1_500_000)
  await one.session.addFile(given(bytes, { name: 'один.bin' }))
  await eventually(async () => (await fileOn(one, 'один.bin'))?.stored ?? null).not.toBeNull()
  const before = one.line.stats.up
  await one.session.addFile(given(bytes, { name: 'тот же.bin' }))
  await eventually(async () => (await fileOn(one, 'тот же.bin'))?.stored ?? null).not.toBeNull()
  expect(one.line.stats.up - before).toBeLessThan(100_000)
})

test('Q3: an empty file and one that is too large are refused in words, and nothing is kept', async () => {
  const count = (await filesOn(one)).length
  await expect(one.session.addFile(given(new Uint8Array()))).rejects.toMatchObject({ code: 'file-empty' })
  const large = one.session.addFile(given(new Uint8Array(FILE_LIMIT + 1)))
  await expect(large).rejects.toMatchObject({ code: 'file-too-large', params: { most: FILE_LIMIT / 1024 / 1024 } })
  expect(await filesOn(one)).toHaveLength(count)
  expect(one.session.files.unsent()).toEqual([])
})

test('Q3: a full disk says so in words; when there is room the file is taken', async () => {
  const bytes = randomBytes(1000)
  one.disk.refuses = (steps) => steps.some((step) => 'store' in step && step.store === 'bytes')
  await expect(one.session.addFile(given(bytes, { name: 'тесно.bin' }))).rejects.toMatchObject({
    code: 'device-storage-full',
  })
  expect(await fileOn(one, 'тесно.bin')).toBeUndefined()
  one.disk.refuses = () => false
  await one.session.addFile(given(bytes, { name: 'тесно.bin' }))
  await eventually(async () => (await fileOn(one, 'тесно.bin'))?.stored ?? null).not.toBeNull()
})

test('Q1: a file whose record was not made before the program ended has it after the next start', async () => {
  const name = 'без записи.bin'
  await one.session.files.add(newId('common', Date.now()), given(randomBytes(10), { name }))
  expect(await fileOn(one, name)).toBeUndefined()
  await one.restart()
  await eventually(async () => (await fileOn(one, name))?.stored ?? null).not.toBeNull()
})

test('Q5: what was removed before it was sent is not sent; restored it is', async () => {
  one.line.cut()
  await eventually(async () => (await one.status()).online).toBe(false)
  await one.session.addFile(given(randomBytes(1000), { name: 'снят.bin' }))
  const { id = '' } = (await fileOn(one, 'снят.bin')) ?? {}
  await one.run('removeRecord', { collection: 'files', id })
  one.line.restore()
  await one.saved()
  expect(one.session.files.unsent().map((queued) => queued.id)).toEqual([id])
  await one.run('restoreRecord', { collection: 'files', id })
  await eventually(() => one.session.files.unsent()).toEqual([])
  await eventually(async () => (await fileOn(one, 'снят.bin'))?.stored ?? null).not.toBeNull()
})

test('Q5: what is removed while it is being sent is sent no further; restored, it goes on where it was', async () => {
  const bytes = randomBytes(4_000_000)
  const removed = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const pieces: string[] = []
  one.answers = async (response) => {
    const isPiece = response.status === 204 && response.url.includes('/api/uploads/')
    if (isPiece && pieces.push(response.url) === 1) {
      begun.resolve()
      await removed.promise
    }
    return response
  }
  await one.session.addFile(given(bytes, { name: 'передумали.bin' }))
  await begun.promise
  const { id = '' } = (await fileOn(one, 'передумали.bin')) ?? {}
  await one.run('removeRecord', { collection: 'files', id })
  await one.session.addFile(given(randomBytes(1000), { name: 'следующий.bin' }))
  removed.resolve()
  await eventually(async () => (await fileOn(one, 'следующий.bin'))?.stored ?? null).not.toBeNull()
  const sent = () => pieces.filter((url) => url === pieces[0]).length
  expect(sent()).toBe(1)
  await one.saved()
  await one.run('restoreRecord', { collection: 'files', id })
  await eventually(async () => (await fileOn(one, 'передумали.bin'))?.stored ?? null).not.toBeNull()
  expect(sent()).toBe(Math.ceil(bytes.length / 1024 / 1024))
})

test('Q8: nothing is called saved on the server while a file is on this device alone', async () => {
  one.line.cut()
  await eventually(async () => (await one.status()).online).toBe(false)
  await one.session.addFile(given(randomBytes(1000), { name: 'ждет.bin' }))
  expect((await one.status()).files).toEqual({ waiting: 1, failed: 0 })
  const told = new Set<string>()
  one.subscribe({ what: 'status' }, (answer) => {
    if (answer.what === 'status' && answer.files.waiting > 0) told.add(savedOf(answer).is)
  })
  one.line.restore()
  await one.saved()
  expect((await one.status()).files).toEqual({ waiting: 0, failed: 0 })
  expect((await fileOn(one, 'ждет.bin'))?.sending).toBeNull()
  expect(told.has('server')).toBe(false)
})

test('Q6: what does not pass by itself is said at the file, until somebody says to try again', async () => {
  const forbidden = new Response(JSON.stringify({ code: 'role-forbids', params: {} }), { status: 403 })
  one.answers = (response) => (response.url.endsWith('/stored') ? forbidden.clone() : response)
  await one.session.addFile(given(randomBytes(1000), { name: 'нельзя.bin' }))
  await eventually(async () => (await fileOn(one, 'нельзя.bin'))?.sending?.failed?.code).toBe('role-forbids')
  one.answers = (response) => response
  const { id = '' } = (await fileOn(one, 'нельзя.bin')) ?? {}
  await one.session.files.retry(id)
  await eventually(async () => (await fileOn(one, 'нельзя.bin'))?.stored ?? null).not.toBeNull()
})

test('Q4: bytes that are others than their record says are not shown', async () => {
  await one.session.addFile(given(randomBytes(1000), { name: 'чужой.bin' }))
  await eventually(async () => (await fileOn(one, 'чужой.bin'))?.stored ?? null).not.toBeNull()
  const other = await device(manager, 'manager')
  const { id = '' } = (await fileOn(other, 'чужой.bin')) ?? {}
  other.answers = (response) => (response.url.includes(id) ? new Response('other bytes') : response)
  await expect(other.session.files.open(id, 'file')).rejects.toMatchObject({ code: 'file-differs' })
  other.answers = (response) => response
  expect((await other.session.files.open(id, 'file')).size).toBe(1000)
})

test('Q4: what was wanted longest ago goes first; what is not sent stays', async () => {
  let time = 0
  const kept = await KeptFiles.open(one.disk, 'company/user', () => ++time, 10_000)
  const blob = (size: number) => new Blob([randomBytes(size)])
  const unsent = blob(4000)
  const hash = await hashOf(unsent)
  const queued = {
    ...given(new Uint8Array()),
    id: 'one',
    size: 4000,
    type: '',
    hash,
    preview: null,
    uploads: {},
    failed: null,
  }
  await kept.add(queued, unsent, null)
  for (const name of ['a', 'b', 'c']) {
    await kept.keep(name, blob(2500))
    if (name === 'b') await kept.get('a')
  }
  expect([hash, 'a', 'b', 'c'].map((one) => kept.has(one))).toEqual([true, true, false, true])
  await kept.sent('one')
  await kept.keep('d', blob(3000))
  expect([hash, 'd'].map((one) => kept.has(one))).toEqual([false, true])
  await kept.close()
})

/** A device that has a file which nobody else has, without a network; and who is signed in on it. */
async function away(name: string, bytes: Uint8Array) {
  const who = server.browser()
  await who.post('/api/auth/sign-in/email', { email: 'manager@romashka.test', password: SETUP.owner.password })
  const tablet = await device(who, 'manager')
  tablet.line.cut()
  await eventually(async () => (await tablet.status()).online).toBe(false)
  await tablet.session.addFile(given(bytes, { name }))
  return { tablet, who }
}

/** The server orders the device to be wiped, and it obeys; gives how much was lost. */
async function wiped(tablet: TestDevice, who: Browser): Promise<number> {
  const facts = tablet.disk.rows(`${server.company}/${tablet.user}`, 'facts')
  const { replica, key } = facts.get('replica') as { readonly replica: string; readonly key: string }
  await tablet.kill()
  expect((await who.post(`/api/devices/${replica}/wipe`)).body).toEqual({ done: true })
  expect((await server.browser().post('/api/device', { replica, key })).body).toMatchObject({ wipe: true })
  expect((await who.get('/api/state')).body.account).toBeNull()
  tablet.line.restore()
  const names = { name: '', email: '', person: null, companyName: '' }
  const account = { ...names, user: tablet.user, role: 'manager', company: server.company } as const
  return await wipe(tablet.disk, account, `http://127.0.0.1:${tablet.line.port}`)
}

test('Q8, A16: what a device that is to be wiped has not sent goes by its key before, though it is signed out', async () => {
  const bytes = randomBytes(1_500_000)
  const { tablet, who } = await away('напоследок.bin', bytes)
  expect(await wiped(tablet, who)).toBe(0)
  await eventually(async () => (await fileOn(one, 'напоследок.bin'))?.stored ?? null).not.toBeNull()
  const { id = '' } = (await fileOn(one, 'напоследок.bin')) ?? {}
  expect((await bytesOf(await one.session.files.open(id, 'file'))).equals(bytes)).toBe(true)
})

test('Q8: what the server does not take then is counted as lost', async () => {
  const forbidden = new Response(JSON.stringify({ code: 'role-forbids', params: {} }), { status: 403 })
  const { tablet, who } = await away('пропал.bin', randomBytes(1000))
  tablet.answers = (response) => (response.url.includes('/stored') ? forbidden.clone() : response)
  expect(await wiped(tablet, who)).toBe(1)
})

test('Q7: they go with the account', async () => {
  await one.session.addFile(given(randomBytes(1000), { name: 'личный.bin' }))
  const account = `${server.company}/${one.user}`
  expect(one.disk.rows(`${account}/files`, 'bytes').size).toBe(1)
  await one.kill()
  const { disk } = one
  const names = { name: '', email: '', person: null, companyName: '' }
  await wipe(
    disk,
    { ...names, user: one.user, role: 'owner', company: server.company },
    `http://127.0.0.1:${one.line.port}`,
  )
  expect(disk.names().filter((name) => name.startsWith(account))).toEqual([])
})
