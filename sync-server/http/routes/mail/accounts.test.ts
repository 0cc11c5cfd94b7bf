import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join as joined } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountChange, AccountList, HeldAccounts } from '../../../../shared/letters/accounts.ts'
import { mailAccounts } from '../../../../shared/letters/collections.ts'
import type { AgentSending } from '../../../../shared/messages/own-mail.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const PASSWORD = 'пароль от почты'
const OAUTH = JSON.stringify({
  refreshToken: 'токен',
  clientId: 'voronka',
  clientSecret: '',
  tokenUrl: 'https://oauth.example/token',
})

const IMAP = { host: 'imap.yandex.ru', port: 993, tls: 'tls', user: 'sales@salon.ru' } as const
const SMTP = { host: 'smtp.yandex.ru', port: 465, tls: 'tls', user: 'sales@salon.ru' } as const
const ACCOUNT: AccountChange = {
  isCompanys: true,
  name: 'Продажи',
  fromName: 'Салон «Свет»',
  address: 'sales@salon.ru',
  receive: { ...IMAP, way: 'imap' },
  send: SMTP,
  password: PASSWORD,
  oauth: null,
  folders: ['INBOX'],
  since: null,
  isDefault: true,
  marksSeen: false,
  storesSent: false,
  signature: 'С уважением,\nСалон',
  isOff: false,
}
const OWN = { ...ACCOUNT, isCompanys: false, address: 'anna@salon.ru' }

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

const put = (id: string, change: unknown, browser = owner) =>
  browser.send(`/api/mail/accounts/${id}`, { method: 'PUT', body: change })
const remove = (id: string, browser = owner) => browser.send(`/api/mail/accounts/${id}`, { method: 'DELETE' })
const list = async (browser = owner) => (await browser.get('/api/mail/accounts')).body as unknown as AccountList
const held = async () =>
  ((await server.browser().get('/api/agent/mail/accounts', KEY)).body as unknown as HeldAccounts).accounts
const stand = (body: unknown) => server.browser().post('/api/agent/mail/standing', body, KEY)
const record = (id: string) => server.author.write((tx) => tx.find(mailAccounts, id))
const changedOf = async (id: string) => (await held()).find((one) => one.id === id)?.changed ?? 0

test('MA1: owners and admins have the company’s accounts, each person the own ones; agents get all, whole', async () => {
  const [companys, own] = [newEntryId(), newEntryId()]
  expect((await put(companys, ACCOUNT)).status).toBe(200)
  expect((await put(own, OWN, anna)).status).toBe(200)
  for (const browser of [owner, await join(server, owner, 'admin')]) {
    const { accounts, others } = await list(browser)
    expect(accounts).toMatchObject([{ id: companys, owner: null, password: { isSet: true }, oauth: { isSet: false } }])
    expect(others).toEqual([
      { id: own, owner: expect.any(String), address: 'anna@salon.ru', changed: expect.any(Number), isLocked: false },
    ])
  }
  expect((await list(anna)).accounts.map(({ id }) => id)).toEqual([own])
  expect(await list(await join(server, owner, 'viewer'))).toEqual({ accounts: [], others: [], clients: [] })
  const { isCompanys: _, ...kept } = { ...ACCOUNT, oauth: '' }
  expect((await held()).find(({ id }) => id === companys)).toEqual({
    ...{ ...kept, id: companys, owner: null, changed: expect.any(Number) },
  })
  for (const path of ['/api/mail/accounts', '/api/agent/mail/accounts'])
    expect((await server.browser().get(path)).body.code).toBe('sign-in-needed')
})

test('MA1: nobody changes or takes away an account that is not his, nor hands it on', async () => {
  const [companys, own] = [newEntryId(), newEntryId()]
  await put(companys, ACCOUNT)
  await put(own, OWN, anna)
  const forbidden = [
    await put(companys, ACCOUNT, anna),
    await put(companys, OWN, anna),
    await put(newEntryId(), ACCOUNT, anna),
    await put(own, OWN, owner),
    await put(own, ACCOUNT, owner),
    await remove(companys, anna),
  ]
  expect(forbidden.map(({ body }) => body.code)).toEqual(forbidden.map(() => 'role-forbids'))
  expect((await held()).map(({ id }) => id).sort()).toEqual([companys, own].sort())
  expect((await remove(own, owner)).status).toBe(200)
  expect((await held()).map(({ id }) => id)).toEqual([companys])
})

test('MA2: secrets stand nowhere in the data folder but sealed, and in no log', async () => {
  const id = newEntryId()
  await put(id, { ...ACCOUNT, oauth: OAUTH })
  expect((await held())[0]).toMatchObject({ password: PASSWORD, oauth: OAUTH })
  expect((await put(id, { ...ACCOUNT, port: -1, receive: { ...ACCOUNT.receive, port: -1 } })).status).toBe(400)
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const kept = Buffer.concat(files.map(({ name, parentPath }) => readFileSync(joined(parentPath, name))))
  expect([PASSWORD, 'токен'].map((secret) => kept.includes(secret) || logged.includes(secret))).toEqual([false, false])
  expect(kept.includes('imap.yandex.ru')).toBe(true)
  expect(logged).toContain('mail account: changed')
})

test('MA3: a secret stays while the account goes nowhere but where it went', async () => {
  const id = newEntryId()
  await put(id, { ...ACCOUNT, send: null, oauth: OAUTH })
  const same = { ...ACCOUNT, send: null, password: null, oauth: null }
  expect((await put(id, { ...same, folders: [] })).status).toBe(200)
  expect((await held())[0]).toMatchObject({ password: PASSWORD, oauth: OAUTH, folders: [] })
  const elsewhere = [
    { send: SMTP },
    { receive: { ...ACCOUNT.receive, host: 'imap.evil.test' } },
    { receive: { ...ACCOUNT.receive, tls: 'none' } },
    { receive: { ...ACCOUNT.receive, user: 'boris' } },
  ]
  for (const change of elsewhere)
    expect((await put(id, { ...same, ...change })).body.code, JSON.stringify(change)).toBe('sending-secret-needed')
  expect((await put(id, { ...same, send: SMTP, password: 'новый', oauth: '' })).status).toBe(200)
  expect((await held())[0]).toMatchObject({ password: 'новый', oauth: '', send: SMTP })
  await remove(id)
  await put(id, { ...ACCOUNT, password: null })
  expect((await held())[0]?.password).toBe('')
})

test('MA4: without the key an account is locked and agents do not get it, until it is given anew', async () => {
  const [id, other] = [newEntryId(), newEntryId()]
  await put(id, ACCOUNT)
  rmSync(joined(server.folder, 'sending.key'))
  await put(other, { ...ACCOUNT, isDefault: false })
  expect((await held()).map((one) => one.id)).toEqual([other])
  expect((await list()).accounts.find((one) => one.id === id)?.isLocked).toBe(true)
  expect((await put(id, { ...ACCOUNT, password: null })).body.code).toBe('sending-locked')
  await put(id, ACCOUNT)
  expect((await held()).map((one) => one.id).sort()).toEqual([id, other].sort())
})

test('MA5: a record tells everybody of an account, and goes with it; a start makes up for what was cut short', async () => {
  const id = newEntryId()
  await put(id, { ...ACCOUNT, name: '' })
  const said = { name: 'sales@salon.ru', owner: null, receives: true, sends: true, isDefault: true, folders: ['INBOX'] }
  expect(await record(id)).toMatchObject({ ...said, changed: await changedOf(id), state: null, gone: false })
  await put(id, { ...ACCOUNT, name: 'Опт', send: null, isOff: true })
  expect(await record(id)).toMatchObject({ name: 'Опт', sends: false, isDefault: false, state: 'off' })
  await remove(id)
  expect((await record(id))?.gone).toBe(true)
  await put(id, ACCOUNT)
  expect((await record(id))?.gone).toBe(false)
  await server.author.write((tx) => {
    tx.set(mailAccounts, id, { name: 'Иначе' })
    tx.remove(mailAccounts, id)
  })
  await server.mailAccounts.begin()
  expect(await record(id)).toMatchObject({ name: 'Продажи', gone: false })
})

test('MA14: accounts of who may not sign in are given to no agent, and the record says why; let in again, they are', async () => {
  const [companys, own] = [newEntryId(), newEntryId()]
  await put(companys, ACCOUNT)
  await put(own, OWN, anna)
  const mine = (await held()).find(({ id }) => id === own)
  const before = mine?.changed ?? 0
  const shut = (disabled: boolean) => owner.send(`/api/users/${mine?.owner}`, { method: 'PATCH', body: { disabled } })
  const sending = async () => (await server.browser().get('/api/agent/sending', KEY)).body as unknown as AgentSending
  expect(Object.keys((await sending()).own)).toEqual([mine?.owner])
  expect((await shut(true)).status).toBe(200)
  expect((await held()).map(({ id }) => id)).toEqual([companys])
  expect((await sending()).own).toEqual({})
  await expect.poll(() => record(own)).toMatchObject({ state: 'off', trouble: 'account-disabled', gone: false })
  const out = (await record(own))?.changed ?? 0
  expect(out).toBeGreaterThan(before)
  await stand({ account: own, changed: before, state: 'connected' })
  expect(await record(own)).toMatchObject({ state: 'off', trouble: 'account-disabled', changed: out })
  await server.mailAccounts.begin()
  expect((await record(own))?.changed, 'what is said already is no change').toBe(out)
  expect((await shut(false)).status).toBe(200)
  await expect.poll(() => record(own)).toMatchObject({ state: null, trouble: null })
  expect((await held()).find(({ id }) => id === own)?.changed).toBeGreaterThan(out)
  expect(await record(companys)).toMatchObject({ state: null, gone: false })
})

test('MA14: who was shut out while no server ran is found at its start', async () => {
  const own = newEntryId()
  await put(own, OWN, anna)
  const [{ owner: user = '', changed = 0 } = {}] = await held()
  const where = [{ field: 'id', value: String(user) }]
  await server.accounts.context.adapter.updateMany({ model: 'user', where, update: { disabled: true } })
  await server.mailAccounts.begin()
  expect(await record(own)).toMatchObject({ state: 'off', trouble: 'account-disabled' })
  expect((await record(own))?.changed).toBeGreaterThan(changed)
})

test('MA6: an owner has one default for sending, which sends', async () => {
  const [first, second, own] = [newEntryId(), newEntryId(), newEntryId()]
  await put(first, ACCOUNT)
  await put(own, OWN, anna)
  const before = await changedOf(first)
  await put(second, ACCOUNT)
  const defaults = async () => (await held()).filter(({ isDefault }) => isDefault).map(({ id }) => id)
  expect((await defaults()).sort()).toEqual([second, own].sort())
  expect([(await record(first))?.isDefault, (await record(second))?.isDefault]).toEqual([false, true])
  expect(await changedOf(first)).toBeGreaterThan(before)
  await put(second, { ...ACCOUNT, send: null })
  expect(await defaults()).toEqual([own])
})

test('MA7: what agents find of either line is told; of earlier settings it says nothing', async () => {
  const id = newEntryId()
  await put(id, ACCOUNT)
  const changed = await changedOf(id)
  const now = { account: id, changed }
  expect((await stand({ ...now, state: 'connected', sentFolder: 'Отправленные', listed: 7, taken: 5 })).status).toBe(
    200,
  )
  expect(await record(id)).toMatchObject({ state: 'connected', trouble: null, sentFolder: 'Отправленные', taken: 5 })
  await stand({ ...now, side: 'send', state: 'refused', trouble: '535 5.7.8' })
  expect(await record(id)).toMatchObject({ state: 'refused', trouble: '535 5.7.8', listed: 7 })
  await stand({ ...now, side: 'send', state: 'connected' })
  expect(await record(id)).toMatchObject({ state: 'connected', trouble: null })
  await put(id, ACCOUNT)
  await stand({ ...now, state: 'refused', trouble: 'NO' })
  expect(await record(id)).toMatchObject({ state: null, trouble: null, taken: 5 })
  expect((await anna.post('/api/agent/mail/standing', now)).body.code).toBe('sign-in-needed')
})

test('MA9: letters go by the default account of a person, and of the company, before what the settings of sending say', async () => {
  const agents = async () => (await server.browser().get('/api/agent/sending', KEY)).body as unknown as AgentSending
  const set = { ...SMTP, password: 'общий', fromName: '', fromAddress: 'all@salon.ru' }
  await owner.send('/api/sending', { method: 'PUT', body: { mail: set, sms: null } })
  const [companys, own] = [newEntryId(), newEntryId()]
  await put(companys, { ...ACCOUNT, isDefault: false })
  await put(newEntryId(), { ...OWN, isDefault: false }, anna)
  expect(await agents()).toEqual({ mail: set, sms: null, own: {} })
  await put(companys, ACCOUNT)
  await put(own, OWN, anna)
  const { owner: user } = (await held()).find(({ id }) => id === own) ?? {}
  const { fromName, signature } = ACCOUNT
  const sent = {
    ...SMTP,
    password: PASSWORD,
    oauth: '',
    way: 'imap',
    fromName,
    signature,
    refused: null,
    changed: expect.any(Number),
  }
  expect(await agents()).toEqual({
    mail: { ...sent, account: companys, fromAddress: 'sales@salon.ru' },
    sms: null,
    own: { [user ?? '']: { ...sent, account: own, fromAddress: 'anna@salon.ru' } },
  })
  await put(own, { ...OWN, password: '', oauth: OAUTH }, anna)
  expect((await agents()).own[user ?? '']).toMatchObject({ password: '', oauth: OAUTH, way: 'imap' })
  await stand({ account: own, changed: await changedOf(own), side: 'send', state: 'refused', trouble: '535' })
  expect((await agents()).own[user ?? '']?.refused).toBe('535')
  await put(companys, { ...ACCOUNT, isOff: true })
  await put(own, { ...OWN, isOff: true }, anna)
  expect(await agents()).toEqual({ mail: set, sms: null, own: {} })
  await put(companys, ACCOUNT)
  await put(own, OWN, anna)
  rmSync(joined(server.folder, 'sending.key'))
  await owner.send('/api/sending', { method: 'PUT', body: { mail: null, sms: null } })
  expect((await server.browser().get('/api/agent/sending', KEY)).body.code).toBe('sending-locked')
})

const WRONG: readonly (readonly [string, object])[] = [
  ['address', { address: 'anna' }],
  ['fromName', { fromName: 'a\r\nBcc: b@c.test' }],
  ['receive.host', { receive: { ...ACCOUNT.receive, host: 'imap test/' } }],
  ['send.port', { send: { ...SMTP, port: 0 } }],
  ['folders.0', { folders: ['a\u0000b'] }],
  ['oauth', { oauth: '{"refreshToken":"a"}' }],
  ['signature', { signature: 'x'.repeat(2001) }],
]

test('MA8: what does not fit is refused by its name, and nothing is changed', async () => {
  const id = newEntryId()
  await put(id, ACCOUNT)
  const before = await held()
  for (const [field, change] of WRONG) {
    const { status, body } = await put(id, { ...ACCOUNT, ...change })
    expect([status, body]).toEqual([400, { code: 'request-shape', params: { field } }])
  }
  expect(await held()).toEqual(before)
  expect((await put('x', ACCOUNT)).body).toEqual({ code: 'request-shape', params: { field: 'id' } })
})

test('ML6: the ledger of an account goes with it', async () => {
  const id = newEntryId()
  await put(id, ACCOUNT)
  const cursor = { validity: '1', upto: 0, modseq: null, listed: 0 }
  const change = { account: id, folder: 'INBOX', cursor, rows: [], covers: [], isAnew: false }
  await server.browser().post('/api/agent/mail/ledger', change, KEY)
  const folders = async () => (await server.browser().get(`/api/agent/mail/ledger/folders?account=${id}`, KEY)).body
  expect(await folders()).toMatchObject({ folders: [{ folder: 'INBOX' }] })
  await remove(id)
  expect(await folders()).toEqual({ folders: [] })
})

test('MA21: a refresh token that a service has put in the place of another is kept, and counts as no change', async () => {
  const id = newEntryId()
  await put(id, { ...ACCOUNT, password: '', oauth: OAUTH })
  const before = await changedOf(id)
  const now = OAUTH.replace('токен', 'новый')
  const renew = (body: unknown, headers = KEY) => server.browser().post('/api/agent/mail/renewed', body, headers)
  expect((await renew({ was: now, now: OAUTH })).status).toBe(200)
  expect((await held())[0]?.oauth).toBe(OAUTH)
  expect((await renew({ was: OAUTH, now })).status).toBe(200)
  expect([(await held())[0]?.oauth, await changedOf(id)]).toEqual([now, before])
  expect((await renew({ was: OAUTH, now: '' })).body.code).toBe('request-shape')
  expect((await renew({ was: OAUTH, now }, { authorization: 'Bearer no' })).body.code).toBe('sign-in-needed')
})
