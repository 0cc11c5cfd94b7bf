import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../../shared/letters/accounts.ts'
import { freePort } from '../../../tests/support/databases/child.ts'
import { type Dovecot, PASSWORD, startDovecot } from '../../sending/testing/dovecot.ts'
import { authority, RIGHT, startMail } from '../../sending/testing/smtp.ts'
import { startGmail } from '../gmail/testing/gmail-server.ts'
import { MailFault } from '../imap/fault.ts'
import { type Checking, checkAccount } from './check-account.ts'

let dovecot: Dovecot
let mail: Awaited<ReturnType<typeof startMail>>
/** Takes connections and says nothing. */
let mute: Server
beforeAll(async () => {
  dovecot = await startDovecot()
  mail = await startMail({ authOptional: false })
  mute = createServer()
  await once(mute.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  mute.close()
  await mail.stop()
  await dovecot.stop()
})

type Change = Partial<Account<string>>
const imap = (change: object = {}): Account<string>['receive'] => ({
  ...{ way: 'imap', host: '127.0.0.1', port: dovecot.imap, tls: 'none', user: 'anna' },
  ...change,
})
const smtp = (change: object = {}): Account<string>['send'] => ({
  ...{ host: '127.0.0.1', port: mail.port, tls: 'starttls', user: RIGHT.user },
  ...change,
})
const account = (change: Change): Account<string> => ({
  ...{ name: '', fromName: '', address: 'anna@salon.ru', receive: null, send: null, password: PASSWORD, oauth: '' },
  ...{ folders: [], since: null, isDefault: false, marksSeen: false, storesSent: false, signature: '', isOff: false },
  ...change,
})
const check = (change: Change, checking: Partial<Checking> = {}) =>
  checkAccount(account(change), {
    passOf: async ({ password }) => ({ password }),
    authority: authority.certificate,
    ...checking,
  })
const stepsOf = async (...asked: Parameters<typeof check>) =>
  (await check(...asked)).steps.map(({ side, trouble }) => [side, trouble])

test('MA11: both servers take name and password; folders are listed with what they are for', async () => {
  await dovecot.doveadm('mailbox', 'create', '-u', 'anna', 'Клиенты')
  const received = await check({ receive: imap() })
  expect(received.steps).toEqual([{ side: 'receive', trouble: null, said: '' }])
  expect(received.folders).toEqual(
    expect.arrayContaining([
      { path: 'INBOX', use: '\\Inbox' },
      { path: 'Sent', use: '\\Sent' },
      { path: 'Клиенты', use: null },
    ]),
  )
  const sent = await check({ send: smtp(), password: RIGHT.password })
  expect(sent).toEqual({ steps: [{ side: 'send', trouble: null, said: '' }], folders: null })
  expect(mail.taken).toEqual([])
})

test('MA12: a password that is not taken, or not set, is told of either server by itself', async () => {
  const both = { receive: imap(), send: smtp() }
  const { steps, folders } = await check(both)
  expect([steps.map(({ trouble }) => trouble), folders?.length]).toEqual([
    [null, 'passwordRefused'],
    expect.any(Number),
  ])
  expect(steps[1]?.said).toContain('535')
  expect(await stepsOf({ ...both, password: 'wrong' })).toEqual([
    ['receive', 'passwordRefused'],
    ['send', 'passwordRefused'],
  ])
  expect(await stepsOf({ ...both, password: '' })).toEqual([
    ['receive', 'passwordMissing'],
    ['send', 'passwordMissing'],
  ])
  const passOf = async () => Promise.reject(new MailFault('refused', 'invalid_grant'))
  expect((await check({ receive: imap() }, { passOf })).steps).toEqual([
    { side: 'receive', trouble: 'passwordRefused', said: 'invalid_grant' },
  ])
})

test('MA12: a name that nobody has, a port that is closed, a server that says nothing', async () => {
  const elsewhere = (change: object) => stepsOf({ receive: imap(change), send: smtp(change) })
  const both = (trouble: string) => [
    ['receive', trouble],
    ['send', trouble],
  ]
  expect(await elsewhere({ host: 'nowhere.invalid' })).toEqual(both('nameUnknown'))
  expect(await elsewhere({ port: await freePort() })).toEqual(both('portClosed'))
  const { port } = mute.address() as AddressInfo
  const patience = { connect: 300, silence: 300 }
  expect(await stepsOf({ receive: imap({ port }), send: smtp({ port }) }, { patience })).toEqual(both('silent'))
})

test('MA12: a certificate that is not trusted, a server without that security', async () => {
  const distrusting = { authority: undefined }
  const secure = await startMail({ secure: true })
  expect(await stepsOf({ send: smtp() }, distrusting)).toEqual([['send', 'tlsUntrusted']])
  expect(await stepsOf({ send: smtp({ port: secure.port, tls: 'tls' }) }, distrusting)).toEqual([
    ['send', 'tlsUntrusted'],
  ])
  // The same certificate, where IMAP is asked for.
  expect(await stepsOf({ receive: imap({ port: secure.port, tls: 'tls' }) }, distrusting)).toEqual([
    ['receive', 'tlsUntrusted'],
  ])
  expect(await stepsOf({ receive: imap({ tls: 'tls' }), send: smtp({ tls: 'tls' }) })).toEqual([
    ['receive', 'tlsMissing'],
    ['send', 'tlsMissing'],
  ])
  const plain = await startMail({ disabledCommands: ['STARTTLS'] })
  expect(await stepsOf({ receive: imap({ tls: 'starttls' }), send: smtp({ port: plain.port }) })).toEqual([
    ['receive', 'tlsMissing'],
    ['send', 'tlsMissing'],
  ])
  await secure.stop()
  await plain.stop()
})

test('MA11, MA12: by Gmail’s interface both sides are what its person allows', async () => {
  const gmail = await startGmail()
  const asked = { receive: imap({ way: 'gmail' }), send: smtp(), oauth: JSON.stringify(gmail.pass) }
  const found = await check(asked, { gmail })
  expect(found.steps).toEqual([
    { side: 'receive', trouble: null, said: '' },
    { side: 'send', trouble: null, said: '' },
  ])
  expect(found.folders?.map(({ path }) => path)).toContain('INBOX')
  expect(await stepsOf({ ...asked, oauth: '' }, { gmail })).toEqual([
    ['receive', 'passwordMissing'],
    ['send', 'passwordMissing'],
  ])
  gmail.revoke()
  expect(await stepsOf(asked, { gmail })).toEqual([
    ['receive', 'passwordRefused'],
    ['send', 'passwordRefused'],
  ])
  await gmail.stop()
})
