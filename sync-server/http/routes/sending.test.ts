import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join as joined } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HttpSms, Mail, SendingChange, SendingView, Smsc } from '../../../shared/messages/sending.ts'
import type { Browser } from '../testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../testing/server.ts'

const KEY = { authorization: `Bearer ${SERVICE_KEY}` }
const PASSWORD = 'пароль от почты'
const TOKEN = 'token-of-the-gateway'

const MAIL: Mail<string | null> = {
  host: 'smtp.romashka.test',
  port: 465,
  tls: 'tls',
  user: 'crm@romashka.test',
  password: PASSWORD,
  fromName: 'ООО «Ромашка»',
  fromAddress: 'crm@romashka.test',
}
const GATEWAY: HttpSms<string | null> = {
  kind: 'http',
  url: 'https://sms.test/send?to={{to}}',
  method: 'POST',
  headers: [{ name: 'Authorization', value: 'Bearer {{secret}}' }],
  body: '{"text":"{{text}}"}',
  success: '"ok"',
  sender: 'Romashka',
  secret: TOKEN,
}
const BOTH: SendingChange = { mail: MAIL, sms: GATEWAY }

let server: TestServer
let owner: Browser
let logged: string
beforeEach(async () => {
  logged = ''
  const write = (line: string) => {
    logged += line
  }
  ;({ server, owner } = await startCompany({ log: pino({ level: 'trace' }, { write }) }))
})
afterEach(() => server.close())

const put = (change: unknown, browser = owner) => browser.send('/api/sending', { method: 'PUT', body: change })
const seen = async () => (await owner.get('/api/sending')).body as unknown as SendingView
/** What agents get, besides people's own accounts. */
const whole = async () => {
  const { status, body } = await server.browser().get('/api/agent/sending', KEY)
  const { own: _, ...company } = body
  return { status, body: company }
}

test('SE1: owner and admin see whether secrets are set; agents get them; nobody else gets anything', async () => {
  expect(await seen()).toEqual({ settings: { mail: null, sms: null }, changed: null, isLocked: false })
  const admin = await join(server, owner, 'admin')
  expect((await put(BOTH, admin)).status).toBe(200)
  const view = await seen()
  expect(view.settings).toEqual({
    mail: { ...MAIL, password: { isSet: true } },
    sms: { ...GATEWAY, secret: { isSet: true } },
  })
  expect(view.changed?.by).toEqual(expect.any(String))
  expect((await whole()).body).toEqual(BOTH)
  for (const browser of [await join(server, owner, 'manager'), await join(server, owner, 'viewer')]) {
    expect((await browser.get('/api/sending')).body.code).toBe('role-forbids')
    expect((await put(BOTH, browser)).body.code).toBe('role-forbids')
  }
  expect((await server.browser().get('/api/sending')).body.code).toBe('sign-in-needed')
  for (const headers of [{}, { authorization: 'Bearer wrong' }])
    expect((await owner.get('/api/agent/sending', headers)).body.code).toBe('sign-in-needed')
})

test('SE2, SE6: in the data folder secrets stand sealed alone, the key for its owner’s eyes; no log has any', async () => {
  await put(BOTH)
  expect(statSync(joined(server.folder, 'sending.key')).mode & 0o777).toBe(0o600)
  expect((await whole()).status).toBe(200)
  expect((await put({ ...BOTH, mail: { ...MAIL, port: -1 } })).status).toBeGreaterThanOrEqual(400)
  const stored = await server.storage.sending.get()
  expect(stored?.settings).toContain('smtp.romashka.test')
  expect(stored?.sealed.length).toBeGreaterThan(60)
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['voronka.sqlite', 'sending.key']))
  const kept = Buffer.concat(files.map(({ name, parentPath }) => readFileSync(joined(parentPath, name))))
  for (const secret of [PASSWORD, TOKEN])
    expect([kept.includes(secret), logged.includes(secret)]).toEqual([false, false])
  expect(kept.includes('smtp.romashka.test')).toBe(true)
  expect(logged).toContain('"mail":true,"sms":"http","msg":"sending: changed"')
})

test('SE3: a secret that is not named stays, an empty one goes', async () => {
  await put(BOTH)
  const moved = { mail: { ...MAIL, password: null, fromName: 'Ромашка' }, sms: { ...GATEWAY, secret: null, body: '' } }
  expect((await put(moved)).status).toBe(200)
  const { mail } = (await whole()).body as { mail: Mail<string> }
  expect([mail.fromName, mail.password]).toEqual(['Ромашка', PASSWORD])
  await put({ ...moved, mail: { ...MAIL, password: '' } })
  expect((await seen()).settings.mail?.password).toEqual({ isSet: false })
  expect((await whole()).body).toMatchObject({ mail: { password: '' }, sms: { secret: TOKEN } })
  await put({ mail: null, sms: null })
  expect((await whole()).body).toEqual({ mail: null, sms: null })
  // What was taken away is not had back by naming its place.
  await put({ mail: { ...MAIL, password: null }, sms: null })
  expect((await whole()).body).toMatchObject({ mail: { password: '' } })
})

const SMSC: Smsc<string | null> = { kind: 'smsc', login: 'romashka', password: null, sender: '' }
const ELSEWHERE: readonly (readonly [string, Partial<SendingChange>])[] = [
  ['another host', { mail: { ...MAIL, password: null, host: 'smtp.evil.test' } }],
  ['another port', { mail: { ...MAIL, password: null, port: 25 } }],
  ['less security', { mail: { ...MAIL, password: null, tls: 'none' } }],
  ['another address', { sms: { ...GATEWAY, secret: null, url: 'https://sms.evil.test/{{secret}}' } }],
  ['another way', { sms: SMSC }],
]

test.each(ELSEWHERE)('SE3: to %s a secret goes only where it is given anew', async (_where, part) => {
  await put(BOTH)
  const refused = await put({ mail: { ...MAIL, password: null }, sms: { ...GATEWAY, secret: null }, ...part })
  expect([refused.status, refused.body.code]).toEqual([422, 'sending-secret-needed'])
  expect((await whole()).body).toEqual(BOTH)
})

test('SE4: without the key, and with another, all is locked until it is back or secrets are given anew', async () => {
  await put(BOTH)
  const file = joined(server.folder, 'sending.key')
  const key = readFileSync(file)
  for (const other of [null, `${Buffer.alloc(32).toString('base64url')}\n`]) {
    if (other === null) rmSync(file)
    else writeFileSync(file, other)
    const refused = await whole()
    expect([refused.status, refused.body.code, (await seen()).isLocked]).toEqual([409, 'sending-locked', true])
    expect((await put({ ...BOTH, mail: { ...MAIL, password: null } })).body.code).toBe('sending-locked')
  }
  writeFileSync(file, key)
  expect((await whole()).body).toEqual(BOTH)
  rmSync(file)
  expect((await put(BOTH)).status).toBe(200)
  expect([(await whole()).body, (await seen()).isLocked]).toEqual([BOTH, false])
})

const WRONG: readonly (readonly [string, unknown])[] = [
  ['mail.port', { ...BOTH, mail: { ...MAIL, port: 0 } }],
  ['mail.host', { ...BOTH, mail: { ...MAIL, host: 'smtp test/' } }],
  ['mail.fromAddress', { ...BOTH, mail: { ...MAIL, fromAddress: 'crm' } }],
  ['mail.fromName', { ...BOTH, mail: { ...MAIL, fromName: 'a\r\nBcc: b@c.test' } }],
  ['sms.url', { ...BOTH, sms: { ...GATEWAY, url: 'https://{{to}}.test/' } }],
  ['sms.url', { ...BOTH, sms: { ...GATEWAY, url: 'file:///etc/passwd' } }],
  ['sms.headers.0.name', { ...BOTH, sms: { ...GATEWAY, headers: [{ name: 'a b', value: '' }] } }],
  ['sms.headers.0.value', { ...BOTH, sms: { ...GATEWAY, headers: [{ name: 'a', value: 'x\r\ny' }] } }],
  ['sms.kind', { ...BOTH, sms: { kind: 'pigeon' } }],
  ['sms', { mail: MAIL }],
]

test.each(WRONG)('SE6: a wrong %s is refused, and nothing is changed', async (field, change) => {
  await put(BOTH)
  const { status, body } = await put(change)
  expect([status, body]).toEqual([400, { code: 'request-shape', params: { field } }])
  expect((await whole()).body).toEqual(BOTH)
})
