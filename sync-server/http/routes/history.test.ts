import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HistoryPage } from '../../../shared/accounts/api.ts'
import { settings } from '../../../shared/company/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SETUP, startServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
beforeEach(async () => {
  server = await startServer()
  owner = server.browser()
  await owner.post('/api/setup', SETUP)
})
afterEach(() => server.close())

const ID = newId('common', Date.now())

async function write(times: number): Promise<void> {
  await server.author.write((tx) => tx.create(customers, ID, { name: 'Ёлкин', note: 'note 0' }))
  for (let i = 1; i <= times; i++) await server.author.write((tx) => tx.set(customers, ID, { note: `note ${i}` }))
}

async function historyOf(browser: Browser, path = `customers/${ID}/history`) {
  const { status, body } = await browser.get(`/api/records/${path}`)
  return { status, code: body.code, page: body as unknown as HistoryPage }
}

test('a record’s history is told by pages, each write with what stood before it and when it arrived', async () => {
  await write(120)
  const { page } = await historyOf(owner)
  expect(page.writes).toHaveLength(100)
  expect(page.writes[0]).toMatchObject({ path: 'note', before: 'note 119', value: 'note 120' })
  expect(page.writes[99]).toMatchObject({ before: 'note 20' })
  expect(Math.abs((page.writes[0]?.arrived ?? 0) - Date.now())).toBeLessThan(60_000)
  const { page: rest } = await historyOf(owner, `customers/${ID}/history?before=${page.next}`)
  expect(rest.writes.map(({ value }) => value).slice(0, 2)).toEqual(['note 20', 'note 19'])
  expect(rest.writes.at(-1)).toMatchObject({ path: '', before: null, value: { name: 'Ёлкин', note: 'note 0' } })
  expect([rest.writes.length, rest.next]).toEqual([21, null])
})

test('whoever may read the document may read its history, and nobody else', async () => {
  await write(1)
  const viewer = await join(server, owner, 'viewer')
  expect(await historyOf(viewer)).toMatchObject({ status: 200, page: { writes: [{}, {}] } })
  expect(await historyOf(server.browser())).toMatchObject({ status: 401, code: 'sign-in-needed' })
  const { account } = (await viewer.get('/api/state')).body as { account: { user: string } }
  const own = account.user
  await server.author.write((tx) => tx.create(settings, own, { theme: 'dark' }))
  expect(await historyOf(viewer, `settings/${own}/history`)).toMatchObject({ status: 200 })
  expect(await historyOf(owner, `settings/${own}/history`)).toMatchObject({ status: 403, code: 'role-forbids' })
})

test('what is no record of this company is refused; a record that nobody wrote has no history', async () => {
  expect(await historyOf(owner, `letters/${ID}/history`)).toMatchObject({ status: 404, code: 'document-unknown' })
  expect(await historyOf(owner, 'customers/plain/history')).toMatchObject({ status: 404, code: 'document-unknown' })
  expect(await historyOf(owner)).toMatchObject({ status: 200, page: { writes: [], next: null } })
})
