import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join as joined } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPhones } from '../../../../agents/runtime/server/settings/phones.ts'
import { phones } from '../../../../shared/calls/collections.ts'
import type { HeldPhone, PairingCode, PhoneChange, PhoneList } from '../../../../shared/calls/phones.ts'
import type { Paired } from '../../../../shared/calls/protocol.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import type { Browser } from '../../testing/browser.ts'
import { join, SERVICE_KEY, SETUP, startCompany, type TestServer } from '../../testing/server.ts'

const SECRET = 'секрет менеджера'
const SHOWN = { host: '10.0.0.5', port: '5038', user: 'crm', context: 'from-internal', channel: 'SIP/{number}' }
const LINE: PhoneChange = {
  name: 'Станция',
  way: 'asterisk',
  number: '+7 495 123-45-67',
  dials: true,
  texts: false,
  isOff: false,
  settings: { shown: SHOWN, secret: { secret: SECRET } },
}
const MINE: PhoneChange = {
  ...LINE,
  name: 'Мой',
  way: 'macrodroid',
  number: '8 (916) 000-00-01',
  texts: true,
  settings: null,
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
afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})

const put = (id: string, change: unknown, browser = owner) =>
  browser.send(`/api/phones/${id}`, { method: 'PUT', body: change })
const remove = (id: string, browser = owner) => browser.send(`/api/phones/${id}`, { method: 'DELETE' })
const list = async (browser = owner) => ((await browser.get('/api/phones')).body as unknown as PhoneList).phones
const log = pino({ level: 'silent' })
const held = (): Promise<readonly HeldPhone[]> =>
  readPhones({ address: server.url, secret: SERVICE_KEY }, { log, signal: AbortSignal.timeout(10_000) })
const record = (id: string) => server.author.write((tx) => tx.find(phones, id))
const code = async (browser = anna, asked: unknown = { name: 'Мой', way: 'macrodroid' }) =>
  (await browser.post('/api/phones/codes', asked)).body as unknown as PairingCode
const pair = (given: string, name?: string) =>
  server.browser().post('/phone/v1/pair', { code: given, ...(name !== undefined && { name }) })
const paired = async (browser = anna) => (await pair((await code(browser)).code)).body as unknown as Paired
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

test('PH1: each person has his own phones, owners and admins everybody’s and the lines; the bridge gets all, whole', async () => {
  const line = newEntryId()
  expect((await put(line, LINE)).status).toBe(200)
  const mine = await paired()
  const [one] = await list(anna)
  expect(await list(anna)).toEqual([
    {
      ...{ ...MINE, number: '', id: mine.phone, owner: expect.any(String), paired: expect.any(Number) },
      ...{ dials: true, seen: null, isLocked: false, standing: null },
    },
  ])
  for (const browser of [owner, await join(server, owner, 'admin')])
    expect((await list(browser)).map(({ id }) => id).sort()).toEqual([line, mine.phone].sort())
  const shown = (await list()).find(({ id }) => id === line)
  expect(shown).toMatchObject({ owner: null, settings: { shown: SHOWN, secret: { secret: { isSet: true } } } })
  expect(await list(await join(server, owner, 'viewer'))).toEqual([])
  const changed = expect.any(Number)
  const all = [
    { ...LINE, id: line, owner: null, key: '', changed },
    { ...MINE, number: '', id: mine.phone, owner: one?.owner, key: mine.key, changed },
  ]
  expect([...(await held())].sort((a, b) => a.key.length - b.key.length)).toEqual(all)
  for (const path of ['/api/phones', '/api/agent/phones'])
    expect((await server.browser().get(path)).body.code).toBe('sign-in-needed')
  expect((await anna.get('/api/agent/phones')).body.code).toBe('sign-in-needed')
})

test('PH1: nobody changes or takes away a phone that is not his, nor sets up a line; owners and admins may', async () => {
  const line = newEntryId()
  await put(line, LINE)
  const [mine, owners] = [await paired(), await paired(owner)]
  const forbidden = [
    await put(line, LINE, anna),
    await put(newEntryId(), LINE, anna),
    await put(newEntryId(), MINE, anna),
    await put(owners.phone, MINE, anna),
    await remove(line, anna),
    await remove(owners.phone, anna),
  ]
  expect(forbidden.map(({ body }) => body.code)).toEqual(forbidden.map(() => 'role-forbids'))
  expect(await held()).toHaveLength(3)
  expect((await put(mine.phone, { ...MINE, name: 'Анин', isOff: true })).status).toBe(200)
  expect((await held()).find(({ id }) => id === mine.phone)).toMatchObject({ name: 'Анин', isOff: true, key: mine.key })
  expect((await remove(mine.phone)).status).toBe(200)
  expect((await held()).map(({ id }) => id).sort()).toEqual([line, owners.phone].sort())
})

test('PH1: a phone stays of its way, and a line a line', async () => {
  const line = newEntryId()
  await put(line, LINE)
  const mine = await paired()
  const shape = async (id: string, change: PhoneChange) => (await put(id, change)).body
  const wrong = (field: string) => ({ code: 'request-shape', params: { field } })
  expect(await shape(mine.phone, { ...MINE, way: 'tasker' })).toEqual(wrong('way'))
  expect(await shape(mine.phone, LINE)).toEqual(wrong('way'))
  expect(await shape(line, MINE)).toEqual(wrong('way'))
  expect(await shape(newEntryId(), MINE)).toEqual(wrong('way'))
  expect(await shape(line, { ...LINE, settings: null })).toEqual(wrong('settings'))
  expect(await shape(mine.phone, { ...MINE, settings: LINE.settings })).toEqual(wrong('settings'))
})

test('PH2: keys and secrets stand nowhere in the data folder but sealed, and in no log', async () => {
  await put(newEntryId(), LINE)
  const { key, phone } = await paired()
  expect(Buffer.from(key, 'base64url')).toHaveLength(32)
  expect((await held()).map((one) => one.key || one.settings?.secret.secret).sort()).toEqual([key, SECRET].sort())
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const kept = Buffer.concat(files.map(({ name, parentPath }) => readFileSync(joined(parentPath, name))))
  expect([SECRET, key].map((text) => kept.includes(text) || logged.includes(text))).toEqual([false, false])
  expect(kept.includes('from-internal')).toBe(true)
  expect(logged).toContain(phone)
})

test('PH7: a key is told to the phone alone, once, and no two are the same', async () => {
  const [one, other] = [await paired(), await paired()]
  expect([one, other].map(({ key }) => Buffer.from(key, 'base64url').length)).toEqual([32, 32])
  expect(one.key).not.toBe(other.key)
  for (const browser of [anna, owner]) {
    const said = JSON.stringify([await list(browser), (await put(one.phone, MINE, browser)).body])
    expect([one, other].map(({ key }) => said.includes(key))).toEqual([false, false])
  }
})

test('PH16: after a restore no phone’s key is good, and lines are as they were', async () => {
  const line = newEntryId()
  await put(line, LINE)
  const mine = await paired()
  await server.storage.phones.voidKeys()
  await server.telephony.phones.begin()
  expect(await held()).toMatchObject([{ id: line, settings: { secret: { secret: SECRET } } }])
  expect((await list(anna)).map(({ id, isLocked }) => [id, isLocked])).toEqual([[mine.phone, true]])
  expect(await record(mine.phone)).toMatchObject({ isOff: true, gone: false })
  await put(mine.phone, { ...MINE, name: 'Еще раз' }, anna)
  expect(await held()).toHaveLength(1)
})

test('PH2: what was sealed for one phone opens for no other', async () => {
  const [one, other] = [await paired(), await paired(owner)]
  const all = await server.storage.phones.all()
  const sealed = all.find(({ id }) => id === one.phone)?.key ?? ''
  await server.storage.phones.put(
    all.filter(({ id }) => id === other.phone).map((stored) => ({ ...stored, key: sealed })),
  )
  expect((await held()).map(({ id }) => id)).toEqual([one.phone])
})

test('PH3: a secret of a line stays while it goes nowhere but where it went', async () => {
  const id = newEntryId()
  await put(id, LINE)
  const same = (shown: object, secret: string | null = null) => ({
    ...LINE,
    settings: { shown: { ...SHOWN, ...shown }, secret: { secret } },
  })
  const secretNow = async () => (await held())[0]?.settings?.secret.secret
  expect((await put(id, same({ context: 'sales' }))).status).toBe(200)
  expect(await secretNow()).toBe(SECRET)
  for (const shown of [{ host: 'evil.test' }, { port: '1' }, { user: 'boris' }])
    expect((await put(id, same(shown))).body.code, JSON.stringify(shown)).toBe('sending-secret-needed')
  expect((await put(id, same({ host: '10.0.0.6' }, 'новый'))).status).toBe(200)
  expect(await secretNow()).toBe('новый')
  await put(id, same({ host: '10.0.0.6' }, ''))
  expect(await secretNow()).toBe('')
  expect((await list())[0]?.settings?.secret).toEqual({ secret: { isSet: false } })
  expect((await put(id, same({}))).status, 'there is none to be shown to anybody').toBe(200)
})

test('PH4: without the key of sealing what was sealed is locked and the bridge does not get it', async () => {
  const [line, other] = [newEntryId(), newEntryId()]
  await put(line, LINE)
  const mine = await paired()
  rmSync(joined(server.folder, 'sending.key'))
  await put(other, LINE)
  expect((await held()).map(({ id }) => id)).toEqual([other])
  const locked = (await list()).filter(({ isLocked }) => isLocked).map(({ id }) => id)
  expect(locked.sort()).toEqual([line, mine.phone].sort())
  const kept = { ...LINE, settings: { shown: SHOWN, secret: { secret: null } } }
  expect((await put(line, kept)).body.code).toBe('sending-locked')
  await put(line, LINE)
  expect((await held()).map(({ id }) => id).sort()).toEqual([line, other].sort())
})

test('PH5: a record tells everybody of a phone, and goes with it; a start makes up for what was cut short', async () => {
  const { phone, name } = await paired()
  const changed = async () => (await held()).find(({ id }) => id === phone)?.changed
  expect(await record(phone)).toMatchObject({ name, way: 'macrodroid', dials: true, texts: true, isOff: false })
  expect(await record(phone)).toMatchObject({ owner: (await list(anna))[0]?.owner, changed: await changed() })
  const before = await changed()
  await put(phone, { ...MINE, texts: false, isOff: true }, anna)
  expect(await record(phone)).toMatchObject({ number: MINE.number, texts: false, isOff: true, gone: false })
  expect((await record(phone))?.changed).toBeGreaterThan(before ?? 0)
  await server.author.write((tx) => {
    tx.set(phones, phone, { name: 'Иначе' })
    tx.remove(phones, phone)
  })
  await server.telephony.phones.begin()
  expect(await record(phone)).toMatchObject({ name: 'Мой', gone: false })
  await remove(phone, anna)
  expect([(await record(phone))?.gone, await held()]).toEqual([true, []])
})

test('PH6: a code pairs one phone, once, however many bring it at once', async () => {
  const { code: digits, until, phone } = await code()
  expect(digits).toMatch(/^\d{9}$/)
  expect(until - Date.now()).toBeGreaterThan(9 * 60_000)
  expect(until - Date.now()).toBeLessThanOrEqual(10 * 60_000)
  const answers = await Promise.all(Array.from({ length: 6 }, () => pair(digits)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'pairing-code-wrong')).toHaveLength(5)
  expect((await list(anna)).map(({ id }) => id)).toEqual([phone])
})

test('PH6: a late code pairs nothing, nor one that was asked for before another, nor of who was cut off', async () => {
  const early = await code()
  const spaced = (await code()).code.replace(/(\d{3})/g, '$1 ')
  expect((await pair(early.code)).body.code).toBe('pairing-code-wrong')
  expect((await pair(spaced)).status, 'as the program shows it').toBe(200)
  const { code: late } = await code()
  later(10 * 60_000)
  expect((await pair(late)).body.code).toBe('pairing-code-wrong')
  const { code: cut } = await code()
  await anna.post('/api/sign-out-everywhere')
  await server.telephony.phones.stop()
  expect((await pair(cut)).body.code).toBe('pairing-code-wrong')
  expect(await list(owner)).toHaveLength(1)
})

test('PH6: codes are guessed at no more often than passwords', async () => {
  const right = await code()
  const guess = async (at: number) => (await pair(String(at).padStart(9, '0'))).body.code
  const guesses = await Promise.all(Array.from({ length: 30 }, (_, at) => guess(at)))
  expect(guesses.filter((said) => said === 'pairing-code-wrong')).toHaveLength(10)
  expect(guesses.filter((said) => said === 'too-many-attempts')).toHaveLength(20)
  expect((await pair(right.code)).body.code).toBe('too-many-attempts')
})

test('PH6: a phone is called as the program says, else as it says itself; a code is asked for a phone alone', async () => {
  expect((await pair((await code()).code, 'Pixel 9')).body.name).toBe('Мой')
  expect((await pair((await code(anna, { name: '', way: 'page' })).code, 'Pixel 9')).body.name).toBe('Pixel 9')
  expect((await anna.post('/api/phones/codes', { name: 'x', way: 'asterisk' })).body.code).toBe('request-shape')
  expect((await server.browser().post('/api/phones/codes', { name: 'x', way: 'page' })).body.code).toBe(
    'sign-in-needed',
  )
})

test('PH8: phones of who may not sign in are off and the bridge does not get them; let in again, it does', async () => {
  const { phone } = await paired()
  const [mine] = await held()
  const before = mine?.changed ?? 0
  const shut = (disabled: boolean) => owner.send(`/api/users/${mine?.owner}`, { method: 'PATCH', body: { disabled } })
  const { code: waiting } = await code()
  expect((await shut(true)).status).toBe(200)
  expect(await held()).toEqual([])
  expect((await pair(waiting)).body.code).toBe('pairing-code-wrong')
  await expect.poll(() => record(phone)).toMatchObject({ isOff: true, gone: false })
  const out = (await record(phone))?.changed ?? 0
  expect(out).toBeGreaterThan(before)
  await server.telephony.phones.begin()
  expect((await record(phone))?.changed, 'what is said already is no change').toBe(out)
  expect((await shut(false)).status).toBe(200)
  await expect.poll(() => record(phone)).toMatchObject({ isOff: false })
  expect((await held())[0]?.changed).toBeGreaterThan(out)
})

test('PH8: who was shut out while no server ran is found at its start', async () => {
  const { phone } = await paired()
  const where = [{ field: 'email', value: `manager@${SETUP.owner.email.split('@')[1]}` }]
  await server.accounts.context.adapter.updateMany({ model: 'user', where, update: { disabled: true } })
  await server.telephony.phones.begin()
  expect(await record(phone)).toMatchObject({ isOff: true })
})

const WRONG: readonly (readonly [string, object])[] = [
  ['name', { name: '' }],
  ['name', { name: 'a\nb' }],
  ['way', { way: 'pigeon' }],
  ['settings.shown.pot', { settings: { shown: { pot: '1' }, secret: {} } }],
  ['settings.secret.key', { settings: { shown: {}, secret: { key: '1' } } }],
  ['settings.shown.host', { settings: { shown: { host: 'a\u0000b' }, secret: {} } }],
]

test('PH9: what does not fit is refused by its name, and nothing is changed', async () => {
  const id = newEntryId()
  await put(id, LINE)
  const before = await held()
  for (const [field, change] of WRONG) {
    const { status, body } = await put(id, { ...LINE, ...change })
    expect([status, body]).toEqual([400, { code: 'request-shape', params: { field } }])
  }
  expect(await held()).toEqual(before)
  expect((await put('x', LINE)).body).toEqual({ code: 'request-shape', params: { field: 'id' } })
  const large = await server.browser().post('/phone/v1/pair', { code: '1', name: 'x'.repeat(70_000) })
  expect(large.body.code).toBe('request-too-large')
})
