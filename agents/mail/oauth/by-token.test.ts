import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { type Dovecot, startDovecot } from '../../sending/testing/dovecot.ts'
import { checkAccount } from '../checking/check-account.ts'
import { openBox } from '../open-box.ts'
import { AccessTokens } from './access-tokens.ts'
import { CLIENT, type Provider, startProvider } from './testing/provider.ts'

let provider: Provider
let dovecot: Dovecot
beforeEach(async () => {
  provider = await startProvider()
  dovecot = await startDovecot({ introspection: provider.introspection })
})
afterEach(async () => {
  await dovecot.stop()
  await provider.stop()
})

const account = (refreshToken = provider.grant()): HeldAccount => ({
  id: 'account-1',
  owner: null,
  changed: 1,
  name: '',
  fromName: '',
  address: 'anna@example.com',
  receive: { way: 'imap', host: '127.0.0.1', port: dovecot.imap, tls: 'none', user: 'anna' },
  send: null,
  password: '',
  oauth: JSON.stringify({ ...CLIENT, refreshToken, tokenUrl: provider.place.tokenUrl }),
  folders: [],
  since: null,
  isDefault: false,
  marksSeen: false,
  storesSent: false,
  signature: '',
  isOff: false,
})
const faultOf = (held: HeldAccount) =>
  openBox(held).then(
    () => null,
    (error: unknown) => (error as { readonly kind?: unknown }).kind,
  )

test('MA13: a real server is signed in to by an access token; one that it takes no more is had anew', async () => {
  const held = account()
  const box = await openBox(held)
  expect((await box.folders()).map(({ path }) => path)).toContain('INBOX')
  await box.close()
  const refreshes = () => provider.asked.length
  await (await openBox(held)).close()
  expect(refreshes()).toBe(1)
  provider.expire()
  await (await openBox(held)).close()
  expect(refreshes()).toBe(2)
})

test('MA13: access that was taken back is refused; so is a token of no service', async () => {
  const held = account()
  await (await openBox(held)).close()
  provider.revoke()
  expect(await faultOf(held)).toBe('refused')
  expect(await faultOf(held)).toBe('refused')
  expect(await faultOf(account('refresh of nobody'))).toBe('refused')
})

test('MA11: an account with OAuth is tried on a real server by its token', async () => {
  const tokens = new AccessTokens()
  const found = await checkAccount(account(), { passOf: (one) => tokens.passOf(one) })
  expect(found.steps).toEqual([{ side: 'receive', trouble: null, said: '' }])
  const refused = await checkAccount(account('refresh of nobody'), { passOf: (one) => tokens.passOf(one) })
  expect(refused.steps).toEqual([{ side: 'receive', trouble: 'passwordRefused', said: 'invalid_grant' }])
})
