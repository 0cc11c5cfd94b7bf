import { afterAll, beforeAll, expect, test } from 'vitest'
import { storedAccount } from '../../../storage/testing/mail-account.ts'
import { SERVICE_KEY, startServer, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const PATH = '/api/agent/mail/ledger'
const ROW = { uid: 1, state: 'imported', letter: 'l', place: 'p', flags: '\\Seen', attempts: 0, next: null, why: '' }
const CHANGE = {
  account: 'a',
  folder: 'Входящие & прочее ',
  cursor: { validity: '7', upto: 1, modseq: '12', listed: 1 },
  rows: [ROW],
  covers: [1],
  isAnew: false,
}

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.storage.mailAccounts.put([storedAccount('a'), storedAccount('b')])
})
afterAll(() => server.close())

test('ML4, ML5, ML6: an agent writes rows with their cursor, and reads them by folder, letter and number', async () => {
  const agent = server.browser()
  expect((await agent.post(PATH, CHANGE, KEY)).body).toEqual({ done: true })
  const asked = new URLSearchParams({ account: 'a', folder: CHANGE.folder })
  const { body } = await agent.get(`${PATH}?${asked}`, KEY)
  expect(body).toEqual({ cursor: CHANGE.cursor, rows: [ROW], isMore: false })
  const found = await agent.get(`${PATH}/letters?account=a&letters=x,l`, KEY)
  expect(found.body).toEqual({ rows: [{ ...ROW, folder: CHANGE.folder }] })
  const { body: all } = await agent.get(`${PATH}/folders?account=a`, KEY)
  expect(all).toMatchObject({ folders: [{ folder: CHANGE.folder, counts: { imported: 1, failed: 0 }, earlier: 0 }] })
  await agent.post(`${PATH}/forget`, { account: 'a', folder: CHANGE.folder, what: 'folder' }, KEY)
  expect((await agent.get(`${PATH}/folders?account=a`, KEY)).body).toEqual({ folders: [] })
})

test('ML6: nobody may without the service key', async () => {
  const wrong = { authorization: 'Bearer wrong' }
  const anybody = server.browser()
  const answers = [
    await anybody.post(PATH, CHANGE, wrong),
    await anybody.post(`${PATH}/forget`, { account: 'a', folder: 'f', what: 'folder' }, wrong),
    ...(await Promise.all(['', '/folders', '/letters'].map((rest) => anybody.get(`${PATH}${rest}?account=a`, wrong)))),
  ]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
})

const REFUSED: readonly (readonly [what: string, change: object])[] = [
  ['of too many rows', { rows: Array.from({ length: 101 }, (_, i) => ({ ...ROW, uid: i + 1 })) }],
  ['over too many letters', { covers: Array.from({ length: 1001 }, (_, i) => i + 1) }],
  ['of a row that stands in no way', { rows: [{ ...ROW, state: 'lost' }] }],
  ['of a letter without number', { rows: [{ ...ROW, uid: 0 }] }],
  ['with too long a reason', { rows: [{ ...ROW, why: 'x'.repeat(201) }] }],
  ['of no folder', { folder: '' }],
  ['with a word for MODSEQ', { cursor: { ...CHANGE.cursor, modseq: 'much' } }],
]

test.each(REFUSED)('ML4: a change %s is refused', async (_what, change) => {
  const { status, body } = await server.browser().post(PATH, { ...CHANGE, ...change }, KEY)
  expect([status, body.code]).toEqual([400, 'request-shape'])
})

test('ML2: what does not add up is told by its code', async () => {
  const { body } = await server.browser().post(PATH, { ...CHANGE, account: 'b', rows: [] }, KEY)
  expect(body.code).toBe('mail-ledger-gap')
})

test('ML6: who writes for an account that is not there is told so', async () => {
  const { status, body } = await server.browser().post(PATH, { ...CHANGE, account: 'removed' }, KEY)
  expect([status, body.code]).toEqual([404, 'mail-ledger-account'])
})
