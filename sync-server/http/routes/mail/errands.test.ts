import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ErrandAsked, ErrandsAsked } from '../../../../shared/effects/errands.ts'
import type { AccountTry } from '../../../../shared/letters/accounts.ts'
import type { CheckAnswer } from '../../../../shared/letters/check.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import { Errands } from '../../../effects/errands.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const ACCOUNT: AccountTry = {
  id: newEntryId(),
  isCompanys: true,
  name: '',
  fromName: '',
  address: 'sales@salon.ru',
  receive: { way: 'imap', host: 'imap.salon.ru', port: 993, tls: 'tls', user: 'sales' },
  send: null,
  password: 'пароль',
  oauth: null,
  folders: [],
  since: null,
  isDefault: false,
  marksSeen: false,
  storesSent: false,
  signature: '',
  isOff: false,
}
const ANSWER: CheckAnswer = {
  steps: [{ side: 'receive', trouble: null, said: '' }],
  folders: [{ path: 'INBOX', use: null }],
}

let server: TestServer
let owner: Browser
const open = async (agent: number, answer: number) => {
  ;({ server, owner } = await startCompany({ errands: new Errands({ agent, answer }) }))
}
beforeEach(() => open(20_000, 20_000))
afterEach(() => server.close())

const check = (change: object = {}, browser = owner) => browser.post('/api/mail/check', { ...ACCOUNT, ...change })
const take = async () =>
  ((await server.browser().get('/api/agent/errands', KEY)).body as unknown as ErrandsAsked).errands
const accountIn = (errand: ErrandAsked | undefined) => (errand?.kind === 'account' ? errand.asked : undefined)
const tell = (id: string | undefined, answer = ANSWER) =>
  server.browser().post('/api/agent/errands', { id, kind: 'account', answer }, KEY)

test('MA11: an agent that waits gets what is to be tried, once, and its answer goes to who asked', async () => {
  const waiting = take()
  const asked = check()
  const [first, ...others] = await waiting
  expect([accountIn(first), others]).toEqual([expect.objectContaining({ password: 'пароль', oauth: '' }), []])
  const second = check({ password: 'другой' })
  const [next, ...rest] = await take()
  expect([accountIn(next)?.password, rest]).toEqual(['другой', []])
  await tell(next?.id, { steps: [], folders: null })
  await tell(first?.id)
  expect([(await asked).body, (await second).body]).toEqual([ANSWER, { steps: [], folders: null }])
  expect((await tell(first?.id)).status).toBe(200)
})

test('MA3, MA11: it is tried with the secrets that it would have, and nothing of it is kept', async () => {
  const { id, ...kept } = ACCOUNT
  await owner.send(`/api/mail/accounts/${id}`, { method: 'PUT', body: kept })
  const asked = check({ password: null, folders: ['INBOX'] })
  const [one] = await take()
  expect(accountIn(one)).toMatchObject({ password: 'пароль', folders: ['INBOX'] })
  await tell(one?.id)
  await asked
  const elsewhere = { ...ACCOUNT.receive, host: 'imap.evil.test' }
  expect((await check({ password: null, receive: elsewhere })).body.code).toBe('sending-secret-needed')
  expect((await server.mailAccounts.held()).map(({ folders }) => folders)).toEqual([[]])
  const manager = await join(server, owner, 'manager')
  expect((await check({}, manager)).body.code).toBe('role-forbids')
  expect((await manager.get('/api/agent/errands')).body.code).toBe('sign-in-needed')
})

test('MA11: where no agent asks, or none answers in time, that is said', async () => {
  await server.close()
  await open(50, 60_000)
  const late = await check()
  expect([late.status, late.body.code]).toEqual([503, 'errand-unanswered'])
  await server.close()
  await open(60_000, 300)
  const asked = check()
  const [one] = await take()
  expect((await asked).body.code).toBe('errand-unanswered')
  expect((await tell(one?.id)).status).toBe(200)
})

test('MA20: an agent asks who takes the letters of a domain, for whoever is signed in', async () => {
  const guess = (address: string, browser = owner) => browser.post('/api/mail/guess', { address })
  const asked = guess('Anna@Salon.ru')
  const { body } = await server.browser().get('/api/agent/errands', KEY)
  const [errand] = (body as unknown as ErrandsAsked).errands
  expect(errand).toMatchObject({ kind: 'domain', asked: 'salon.ru' })
  const answer = { id: errand?.id, kind: 'domain', answer: ['mx.yandex.net'] }
  // An answer of another kind is none.
  await tell(errand?.id)
  await server.browser().post('/api/agent/errands', answer, KEY)
  expect((await asked).body).toEqual({ service: 'yandex' })
  expect((await guess('anna@salon.ru', server.browser())).body.code).toBe('sign-in-needed')
  expect((await guess('salon.ru')).body.code).toBe('request-shape')
})
