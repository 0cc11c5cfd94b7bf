import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountChange, AccountList } from '../../../shared/letters/accounts.ts'
import { CONSENT_PATH, type ConsentAsked, type ConsentBegun } from '../../../shared/letters/consent/consent.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import type { Browser } from '../../../sync-server/http/testing/browser.ts'
import { join, SERVICE_KEY, startCompany, type TestServer } from '../../../sync-server/http/testing/server.ts'
import { errands } from '../../errands/agent.ts'
import { readErrands, tellErrand } from '../../runtime/server/mail/mail-accounts.ts'
import { CLIENT, decide, type Provider, startProvider } from './testing/provider.ts'

let server: TestServer
let owner: Browser
let anna: Browser
let provider: Provider
let stopAgent: () => Promise<void>
let logged: string
beforeEach(async () => {
  logged = ''
  const write = (line: string) => {
    logged += line
  }
  const log = pino({ level: 'trace' }, { write })
  ;({ server, owner } = await startCompany({ log }))
  anna = await join(server, owner, 'manager')
  provider = await startProvider({ redirects: [`${server.url}${CONSENT_PATH}`, 'http://127.0.0.1'] })
  stopAgent = startAgent(log)
})
afterEach(async () => {
  await stopAgent()
  await provider.stop()
  await server.close()
})

/** An agent does the errands; its end. */
function startAgent(log: pino.Logger): () => Promise<void> {
  const [stopping, address] = [new AbortController(), { address: server.url, secret: SERVICE_KEY }]
  const { signal } = stopping
  const ground = {
    errands: () => readErrands(address, { log, signal }),
    tellErrand: (done: Parameters<typeof tellErrand>[1]) => tellErrand(address, done),
    log,
    signal,
  }
  const over = errands.run(ground as Parameters<typeof errands.run>[0])
  return async () => {
    stopping.abort()
    await over
  }
}

const ID = newEntryId()
const ACCOUNT: AccountChange = {
  isCompanys: true,
  name: '',
  fromName: '',
  address: 'anna@example.com',
  receive: { way: 'imap', host: '127.0.0.1', port: 1, tls: 'none', user: 'anna' },
  send: null,
  password: '',
  oauth: null,
  folders: [],
  since: null,
  isDefault: false,
  marksSeen: false,
  storesSent: false,
  signature: '',
  isOff: false,
}
const asking = (change: Partial<ConsentAsked> = {}): ConsentAsked => ({
  ...{ account: ID, isCompanys: true, address: 'anna@example.com', returns: 'here', ...provider.place, ...CLIENT },
  ...change,
})
async function begin(change: Partial<ConsentAsked> = {}, browser = owner): Promise<ConsentBegun> {
  const { status, body } = await browser.post('/api/mail/consents', asking(change))
  if (status !== 200) throw new Error(String(body.code))
  return body as unknown as ConsentBegun
}
const stateOf = (id: string, browser = owner) => browser.get(`/api/mail/consents/${id}`)
const bring = (id: string, pasted: string, browser = owner) => browser.post(`/api/mail/consents/${id}`, { pasted })
/** Opens an address of the program where the service leads to. */
const visit = (address: string, browser = owner, language = 'ru') =>
  browser.get(address.slice(server.url.length), { 'accept-language': language })
const keep = (id: string, change: object, browser = owner) =>
  browser.send(`/api/mail/accounts/${id}`, { method: 'PUT', body: { ...ACCOUNT, ...change } })

test('MA15, MA16: who consents on the page of the service is led back, and the account is kept with what was given', async () => {
  const { id, url } = await begin()
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    response_type: 'code',
    client_id: 'voronka',
    redirect_uri: `${server.url}${CONSENT_PATH}`,
    scope: 'mail',
    login_hint: 'anna@example.com',
    state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
  const waiting = stateOf(id)
  const page = await visit(await decide(url, 'Allow'))
  expect([page.status, page.body.text]).toEqual([200, expect.stringContaining('Доступ к почте получен')])
  expect((await waiting).body).toEqual({ isGiven: true })
  expect((await keep(ID, { consent: id })).status).toBe(200)
  const [held] = await server.mailAccounts.held()
  expect(JSON.parse(held?.oauth ?? '')).toEqual({
    ...CLIENT,
    tokenUrl: provider.place.tokenUrl,
    refreshToken: expect.stringMatching(/^refresh-/),
  })
  // It is good once.
  expect((await keep(ID, { consent: id })).body.code).toBe('mail-consent-late')
})

test('MA16: what is exchanged and given reaches no browser and no log; the page where one is led back asks for nothing', async () => {
  const { id, url } = await begin()
  const address = await decide(url, 'Allow')
  const page = await visit(address)
  await keep(ID, { consent: id })
  const told = [page.body, (await owner.get('/api/mail/accounts')).body].map((body) => JSON.stringify(body)).join()
  const [exchange] = provider.asked.filter((one) => one.has('code_verifier'))
  const secrets = [new URL(address).searchParams.get('code'), exchange?.get('code_verifier'), CLIENT.clientSecret]
  const [held] = await server.mailAccounts.held()
  for (const secret of [...secrets, JSON.parse(held?.oauth ?? '').refreshToken]) {
    expect(secret).toEqual(expect.any(String))
    expect(`${told}${logged}`).not.toContain(secret)
  }
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('cache-control')).toBe('no-store')
})

test('MA15: where the service leads to nowhere of ours, the address that it led to is brought, or the code alone', async () => {
  const first = await begin({ returns: 'pasted' })
  const address = await decide(first.url, 'Allow')
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1\/\?/)
  expect((await bring(first.id, ` ${address}\n`)).body).toEqual({ isGiven: true })
  const second = await begin({ returns: 'pasted' })
  const code = new URL(await decide(second.url, 'Allow')).searchParams.get('code') ?? ''
  expect((await bring(second.id, code)).body).toEqual({ isGiven: true })
  expect((await keep(ID, { consent: second.id })).status).toBe(200)
})

test('MA17: a state that nobody began, that was used, or that is another’s gives nothing', async () => {
  const { id, url } = await begin()
  const address = await decide(url, 'Allow')
  const forged = new URL(address)
  forged.searchParams.set('state', 'x'.repeat(43))
  expect((await visit(forged.href)).body.text).toContain('Эта ссылка согласия устарела')
  expect((await visit(address, anna)).body.text).toContain('Согласие начал другой человек')
  expect((await visit(address, server.browser())).body.text).toContain('Войдите, чтобы продолжить')
  expect((await visit(address)).status).toBe(200)
  const again = await visit(address)
  expect([again.status, again.body.text]).toEqual([400, expect.stringContaining('Эта ссылка согласия устарела')])
  expect((await visit(address, owner, 'en-GB')).body.text).toContain('This link of consent is too old')
  expect((await bring(id, address)).body.code).toBe('mail-consent-late')
  expect(provider.asked.filter((one) => one.has('code_verifier'))).toHaveLength(1)
})

test('MA17: a consent is of one person for one account; an address of another consent is not taken', async () => {
  const [one, other] = [await begin({ returns: 'pasted' }), await begin({ returns: 'pasted' })]
  const address = await decide(one.url, 'Allow')
  expect((await bring(other.id, address)).body.code).toBe('mail-consent-foreign')
  expect((await bring(one.id, address, anna)).body.code).toBe('mail-consent-late')
  expect((await stateOf(one.id, anna)).body.code).toBe('mail-consent-late')
  await bring(one.id, address)
  expect((await keep(newEntryId(), { consent: one.id })).body.code).toBe('mail-consent-late')
  expect((await keep(ID, { consent: one.id, isCompanys: false })).body.code).toBe('mail-consent-late')
  expect((await keep(newEntryId(), { consent: one.id, isCompanys: false }, anna)).body.code).toBe('mail-consent-late')
  // Not given yet.
  expect((await keep(ID, { consent: other.id })).body.code).toBe('mail-consent-late')
  await expect(begin({}, anna)).rejects.toThrow('role-forbids')
  await expect(begin({}, server.browser())).rejects.toThrow('sign-in-needed')
})

test('MA18: consent that was refused, a client or an address that the service does not know, a code that it does not take', async () => {
  const { id, url } = await begin()
  const waiting = stateOf(id)
  expect((await visit(await decide(url, 'Deny'))).body.text).toContain('Доступ к почте не разрешен')
  expect((await waiting).body.code).toBe('mail-consent-declined')
  const endOf = async (change: Partial<ConsentAsked>, pastedOf?: (address: string) => string) => {
    const begun = await begin({ returns: 'pasted', ...change })
    const pasted = pastedOf?.(await decide(begun.url, 'Allow')) ?? (await decide(begun.url, 'Allow'))
    return (await bring(begun.id, pasted)).body
  }
  expect(await endOf({ clientSecret: 'чужая' })).toMatchObject({
    code: 'mail-consent-client',
    params: { said: 'invalid_client' },
  })
  const atAnother = (address: string) => `${address.split('?')[0]}?error=redirect_uri_mismatch`
  expect(await endOf({}, atAnother)).toMatchObject({
    code: 'mail-consent-redirect',
    params: { address: 'http://127.0.0.1' },
  })
  expect((await endOf({}, () => 'не тот код')).code).toBe('mail-consent-code')
  expect((await endOf({}, () => 'http://127.0.0.1/?nothing=1')).code).toBe('mail-consent-code')
  expect(await endOf({}, () => 'http://127.0.0.1/?error=invalid_scope&error_description=mail')).toMatchObject({
    code: 'mail-consent-refused',
    params: { said: 'invalid_scope: mail' },
  })
  expect((await endOf({ tokenUrl: 'http://127.0.0.1:1/token' })).code).toBe('mail-consent-unreachable')
  provider.keepRefresh()
  expect((await endOf({})).code).toBe('mail-consent-no-refresh')
  expect(await server.mailAccounts.held()).toEqual([])
})

test('MA19: a client that is not typed is the account’s own, else the company’s, for tokens had there alone', async () => {
  const none = { clientId: '', clientSecret: '' }
  await expect(begin(none)).rejects.toThrow('mail-consent-client-needed')
  const first = await begin()
  await visit(await decide(first.url, 'Allow'))
  await keep(ID, { consent: first.id })
  const again = await begin(none)
  expect((await visit(await decide(again.url, 'Allow'))).status).toBe(200)
  const own = newEntryId()
  expect(((await anna.get('/api/mail/accounts')).body as unknown as AccountList).clients).toEqual([
    provider.place.tokenUrl,
  ])
  const annas = await begin({ ...none, account: own, isCompanys: false }, anna)
  expect((await visit(await decide(annas.url, 'Allow'), anna)).status).toBe(200)
  expect((await keep(own, { consent: annas.id, isCompanys: false }, anna)).status).toBe(200)
  const elsewhere = { ...none, tokenUrl: 'http://127.0.0.1:1/token' }
  await expect(begin(elsewhere)).rejects.toThrow('mail-consent-client-needed')
})
