import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join as joined } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settings } from '../../../shared/company/collections.ts'
import type { AgentSending, OwnMail, OwnMailAnswer, OwnMailList } from '../../../shared/messages/own-mail.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const PASSWORD = 'пароль от почты Анны'

const MAIL: OwnMail<string | null> = {
  host: 'smtp.yandex.ru',
  port: 465,
  tls: 'tls',
  user: 'anna@yandex.ru',
  password: PASSWORD,
  fromName: 'Анна Смирнова',
  fromAddress: 'anna@yandex.ru',
  signature: 'С уважением,\nАнна',
}

let server: TestServer
let owner: Browser
let anna: Browser
let logged: string
beforeEach(async () => {
  logged = ''
  const write = (line: string) => {
    logged += line
  }
  ;({ server, owner } = await startCompany({ log: pino({ level: 'trace' }, { write }) }))
  anna = await join(server, owner, 'manager')
})
afterEach(() => server.close())

const put = (change: unknown, browser = anna) => browser.send('/api/profile/mail', { method: 'PUT', body: change })
const own = async (browser = anna) => ((await browser.get('/api/profile/mail')).body as unknown as OwnMailAnswer).mail
const held = async () => ((await server.browser().get('/api/agent/sending', KEY)).body as unknown as AgentSending).own
const holders = async (browser = owner) =>
  ((await browser.get('/api/sending/own')).body as unknown as OwnMailList).holders
const userOf = async () => Object.keys(await held())[0] ?? ''
const refuse = (body: unknown) => server.browser().post('/api/agent/sending/refused', body, KEY)

/** What Anna's devices hear. */
async function heard(user: string): Promise<number | null | undefined> {
  return await server.author.write((tx) => tx.find(settings, user)?.mailRefused)
}

test('SE7: a person has an account of his own; nobody else sees more than that it is there; agents get it whole', async () => {
  expect(await own()).toBe(null)
  expect((await put(MAIL)).status).toBe(200)
  expect(await own()).toMatchObject({
    settings: { ...MAIL, password: { isSet: true } },
    isLocked: false,
    refused: null,
  })
  const user = await userOf()
  expect(await held()).toEqual({ [user]: { ...MAIL, changed: expect.any(Number), refused: null } })
  const admin = await join(server, owner, 'admin')
  for (const browser of [owner, admin]) {
    expect(await own(browser)).toBe(null)
    const [holder, ...others] = await holders(browser)
    expect([holder, others]).toEqual([
      { user, address: 'anna@yandex.ru', changed: expect.any(Number), isLocked: false, refused: null },
      [],
    ])
  }
  for (const browser of [anna, await join(server, owner, 'viewer')]) {
    expect((await browser.get('/api/sending/own')).body.code).toBe('role-forbids')
    expect((await browser.send(`/api/sending/own/${user}`, { method: 'DELETE' })).body.code).toBe('role-forbids')
  }
  expect((await server.browser().get('/api/profile/mail')).body.code).toBe('sign-in-needed')
})

test('SE7: who looks after accounts removes one, and so does its person', async () => {
  await put(MAIL)
  const user = await userOf()
  const removed = await owner.send(`/api/sending/own/${user}`, { method: 'DELETE' })
  expect([removed.status, removed.body, await held(), await own()]).toEqual([200, { holders: [] }, {}, null])
  await put(MAIL)
  expect((await anna.send('/api/profile/mail', { method: 'DELETE' })).body).toEqual({ mail: null })
  expect(await held()).toEqual({})
  // What was taken away is not had back by naming its place.
  await put({ ...MAIL, password: null })
  expect((await held())[user]?.password).toBe('')
})

test('SE2, SE7: a person’s password stands nowhere in the data folder but sealed, and in no log', async () => {
  await put(MAIL)
  expect((await held())[await userOf()]?.password).toBe(PASSWORD)
  expect((await put({ ...MAIL, port: -1 })).status).toBe(400)
  await refuse({ user: await userOf(), changed: (await own())?.changed, answer: '535 no' })
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['voronka.sqlite', 'sending.key']))
  const kept = Buffer.concat(files.map(({ name, parentPath }) => readFileSync(joined(parentPath, name))))
  expect([kept.includes(PASSWORD), logged.includes(PASSWORD)]).toEqual([false, false])
  expect(kept.includes('smtp.yandex.ru')).toBe(true)
  expect(logged).toContain('own mail: changed')
})

test('SE3, SE7: a password stays as long as it goes where it went', async () => {
  await put(MAIL)
  expect((await put({ ...MAIL, password: null, signature: '' })).status).toBe(200)
  expect((await held())[await userOf()]).toMatchObject({ password: PASSWORD, signature: '' })
  for (const change of [{ host: 'smtp.evil.test' }, { port: 25 }, { tls: 'none' }, { user: 'boris' }])
    expect((await put({ ...MAIL, password: null, ...change })).body.code).toBe('sending-secret-needed')
  expect((await held())[await userOf()]?.host).toBe('smtp.yandex.ru')
})

test('SE4, SE8: without the key an account is locked, and agents do not get it, until it is given anew', async () => {
  await put(MAIL)
  rmSync(joined(server.folder, 'sending.key'))
  expect([(await own())?.isLocked, await held()]).toEqual([true, {}])
  expect((await put({ ...MAIL, password: null })).body.code).toBe('sending-locked')
  expect((await put(MAIL)).status).toBe(200)
  expect([(await own())?.isLocked, (await held())[await userOf()]?.password]).toEqual([false, PASSWORD])
})

test('SE9: a refused password is told to its person’s devices and to who looks after accounts, until it is changed', async () => {
  await put(MAIL)
  const user = await userOf()
  const changed = (await own())?.changed ?? 0
  expect((await refuse({ user, changed, answer: '535 5.7.8 Authentication failed' })).status).toBe(200)
  expect((await own())?.refused).toBe('535 5.7.8 Authentication failed')
  expect((await holders())[0]?.refused).toBe('535 5.7.8 Authentication failed')
  expect(await heard(user)).toEqual(expect.any(Number))
  await refuse({ user, changed, answer: '' })
  expect([(await own())?.refused, await heard(user)]).toEqual([null, null])
  await refuse({ user, changed, answer: '535' })
  await put({ ...MAIL, password: 'новый' })
  expect([(await own())?.refused, await heard(user)]).toEqual([null, null])
  // The word of one who had tried what stood before says nothing of what stands now.
  await refuse({ user, changed, answer: '535' })
  expect([(await own())?.refused, await heard(user)]).toEqual([null, null])
  expect((await anna.post('/api/agent/sending/refused', { user, changed, answer: '' })).body.code).toBe(
    'sign-in-needed',
  )
})

const WRONG: readonly (readonly [string, object])[] = [
  ['fromAddress', { fromAddress: 'anna' }],
  ['fromName', { fromName: 'a\r\nBcc: b@c.test' }],
  ['host', { host: 'smtp test/' }],
  ['signature', { signature: 'x'.repeat(2001) }],
  ['signature', { signature: 'a\u0000b' }],
]

test.each(WRONG)('SE6, SE7: a wrong %s is refused, and nothing is changed', async (field, change) => {
  await put(MAIL)
  const { status, body } = await put({ ...MAIL, ...change })
  expect([status, body]).toEqual([400, { code: 'request-shape', params: { field } }])
  expect((await own())?.settings.host).toBe('smtp.yandex.ru')
})
