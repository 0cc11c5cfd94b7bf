import { afterEach, beforeEach, expect, test } from 'vitest'
import { devices } from '../../../shared/company/collections.ts'
import type { Browser } from '../testing/browser.ts'
import { SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

test('A device gets a name of its own each time, and stands in devices with its person', async () => {
  const [first, second] = [
    await owner.post('/api/replica', { label: 'Планшет' }),
    await owner.post('/api/replica', { label: 'Планшет' }),
  ]
  expect(first.body).toMatchObject({ company: server.company, person: expect.any(String), time: expect.any(Number) })
  expect(second.body.replica).not.toBe(first.body.replica)
  await server.author.write((tx) => {
    expect(tx.get(devices, String(first.body.replica))).toMatchObject({ label: 'Планшет', person: first.body.person })
  })
})

test('A process of this machine gets one by the service key, under its own name', async () => {
  const key = { authorization: `Bearer ${SERVICE_KEY}` }
  const { status, body } = await server.browser().post('/api/replica', { label: 'Импорт', as: 'cli' }, key)
  expect([status, body.person]).toEqual([200, null])
  expect(await server.storage.replica(String(body.replica))).toMatchObject({ user: 'cli', label: 'Импорт' })
  expect((await server.browser().post('/api/replica', { label: 'Импорт', as: 'owner' }, key)).body.code).toBe(
    'request-shape',
  )
})

test('Nobody else gets one', async () => {
  for (const authorization of ['Bearer wrong', `Basic ${SERVICE_KEY}`, 'Bearer ', '']) {
    const { status, body } = await server.browser().post('/api/replica', { label: 'x', as: 'cli' }, { authorization })
    expect([status, body.code]).toEqual([401, 'sign-in-needed'])
  }
})
