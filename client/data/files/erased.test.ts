import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../../../sync-server/http/testing/browser.ts'
import { join, SETUP, startCompany, type TestServer } from '../../../sync-server/http/testing/server.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { FilesAnswer } from '../queries/files/query.ts'
import type { Query } from '../queries/query.ts'
import { TestDevice } from '../session/testing/test-device.ts'

const NAME = 'Жанна-метка'
const ID = newId('common', Date.now())
const ABOUT = `customers/${ID}`
const LIST: Query = {
  what: 'list',
  collection: 'customers',
  filter: [],
  search: '',
  sort: [],
  group: [],
  from: 0,
  to: 10,
}

let server: TestServer
let owner: Browser
let device: TestDevice
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  await server.author.write((tx) => tx.create(customers, ID, { name: NAME, type: 'person' }))
  const manager = await join(server, owner, 'manager')
  const { user } = (await manager.get('/api/state')).body.account as { readonly user: string }
  device = await TestDevice.make(server, user, 'manager', { cookie: manager.cookie, maker: '' })
  await device.start()
  await device.saved()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await device.end()
  await server.close()
})

const rows = (database: string, store: string) => device.disk.rows(`${server.company}/${device.user}${database}`, store)
/** Where on the device's disk the person is, by database and store. */
async function traces(): Promise<string[]> {
  const found: string[] = []
  for (const name of device.disk.names())
    for (const store of ['facts', 'outbox', 'aside', 'updates', 'columns', 'index', 'bytes', 'notes', 'queue'])
      for (const value of device.disk.rows(name, store).values())
        if (await hasName(value)) found.push(`${name} ${store}`)
  return found
}

async function hasName(value: unknown): Promise<boolean> {
  if (value instanceof Blob) return (await value.text()).includes(NAME)
  if (value instanceof Uint8Array) return Buffer.from(value).includes(NAME)
  return (
    JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? Buffer.from(one).toString() : one)) ?? ''
  ).includes(NAME)
}

/** The device has a scan and its small picture, and a list that is remembered. */
async function fill(): Promise<void> {
  const [scan, preview] = [new Blob([`${NAME} паспорт`, randomBytes(2000)]), new Blob([`${NAME} мал.`])]
  await device.session.addFile({
    about: ABOUT,
    name: 'скан.png',
    bytes: scan,
    preview,
    width: 9,
    height: 9,
    paper: null,
  })
  const stored = async () => ((await device.ask({ what: 'files', about: ABOUT })) as FilesAnswer).files[0]?.stored
  await eventually(async () => (await stored()) ?? null).not.toBeNull()
  await device.session.addFile({ ...OTHERS, bytes: new Blob(['прайс']) })
  await device.ask(LIST)
  await eventually(() => JSON.stringify(rows('', 'facts').get('answers') ?? '').includes(NAME)).toBe(true)
  await device.saved()
  expect(rows('/files', 'bytes').size).toBe(3)
  expect(await traces()).toEqual(expect.arrayContaining([`${server.company}/${device.user}/files bytes`]))
}
const OTHERS = { about: 'orders/common-1', name: 'прайс.txt', preview: null, width: null, height: null, paper: null }

async function erase(): Promise<void> {
  const { password } = SETUP.owner
  await owner.post('/api/erasures', { customer: ID, ground: 'заявление № 1', password })
  await expect.poll(() => server.author.write((tx) => tx.find(customers, ID)?.name)).toBe('Покупатель удален')
}

test.each(['open', 'closed'])(
  'ER17: a device that is %s meanwhile has nothing of the person left: scans, small pictures, remembered lists',
  async (how) => {
    await fill()
    if (how === 'closed') await device.kill()
    await erase()
    if (how === 'closed') await device.start()
    await eventually(() => rows('/files', 'bytes').size).toBe(1)
    await eventually(traces).toEqual([])
  },
)

test('ER17: without a line nothing goes; with one again it does, and the rest stays', async () => {
  await fill()
  device.line.cut()
  await eventually(async () => (await device.status()).online).toBe(false)
  await erase()
  expect(rows('/files', 'bytes').size).toBe(3)
  device.line.restore()
  await eventually(() => rows('/files', 'bytes').size).toBe(1)
})
