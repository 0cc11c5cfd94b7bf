import type { SMTPServerAuthentication } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountChange } from '../../../shared/letters/accounts.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import { readWhy } from '../../../shared/rules/why.ts'
import { SERVICE_KEY } from '../../../sync-server/http/testing/server.ts'
import { CLIENT, type Provider, startProvider } from '../../mail/oauth/testing/provider.ts'
import { readSending } from '../../runtime/server/settings/sending.ts'
import { LETTER } from '../testing/letter.ts'
import { openRoom, type SendingRoom } from '../testing/room.ts'
import { startMail } from '../testing/smtp.ts'
import { openHeld } from './open-held.ts'

let room: SendingRoom
let provider: Provider
let server: Awaited<ReturnType<typeof startMail>>
let signedIn: SMTPServerAuthentication[]
beforeEach(async () => {
  signedIn = []
  provider = await startProvider()
  room = await openRoom()
  server = await startMail({
    authOptional: false,
    allowInsecureAuth: true,
    authMethods: ['XOAUTH2'],
    onAuth(auth, _session, callback) {
      signedIn.push(auth)
      if (provider.isGood(String(auth.accessToken))) return callback(null, { user: String(auth.username) })
      return callback(null, { data: { status: '400', schemes: 'bearer' } })
    },
  })
})
afterEach(async () => {
  await room.close()
  await server.stop()
  await provider.stop()
})

/** The company’s default account, which only sends, by OAuth; it stands on the server. */
async function keepDefault(refreshToken: string): Promise<void> {
  const oauth = JSON.stringify({ ...CLIENT, refreshToken, tokenUrl: provider.place.tokenUrl })
  const change: AccountChange = {
    ...{ isCompanys: true, name: '', fromName: 'Салон', address: 'sales@salon.ru', receive: null, password: '', oauth },
    send: { host: '127.0.0.1', port: server.port, tls: 'none', user: 'sales@salon.ru' },
    ...{ folders: [], since: null, isDefault: true, marksSeen: false, storesSent: false, isOff: false, signature: '' },
  }
  await room.server.mailAccounts.change(newEntryId(), change, { user: 'owner', isKeeper: true }, Date.now())
}
/** A sender that asks the server, as it does in a process of its own. */
const startSender = () => {
  const how = { log: room.log, signal: new AbortController().signal }
  return room.startSender(() => readSending({ address: room.server.url, secret: SERVICE_KEY }, how))
}
const ended = async (id: string) => {
  await expect.poll(() => room.message(id)?.state !== 'waiting' || room.message(id)?.why !== null).toBe(true)
  const message = room.message(id)
  return [message?.state, readWhy(message?.why ?? null)?.code]
}

test('MA9, MA13: a letter of the company goes by its default account, signed in by a token', async () => {
  await keepDefault(provider.grant())
  await startSender()
  const id = room.write()
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  expect(server.taken).toMatchObject([{ from: 'sales@salon.ru', user: 'sales@salon.ru' }])
  expect(signedIn.map(({ method, password }) => [method, password])).toEqual([['XOAUTH2', undefined]])
  const next = room.write()
  await expect.poll(() => room.message(next)?.state).toBe('sent')
  // One token for both.
  expect(provider.asked).toHaveLength(1)
})

test('MA13: a token that the mail server takes no more is had anew, and the letter goes', async () => {
  await keepDefault(provider.grant())
  await startSender()
  const id = room.write()
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  provider.expire()
  server.cut()
  const next = room.write()
  await expect.poll(() => room.message(next)?.state).toBe('sent')
  expect(provider.asked).toHaveLength(2)
})

test('MA13: access that was taken back is a password that is refused', async () => {
  await keepDefault('refresh of nobody')
  await startSender()
  expect(await ended(room.write())).toEqual(['waiting', 'signInRefused'])
  expect(server.taken).toEqual([])
})

test('MA13: a service of tokens that stumbles is waited for; nobody is told that a password is refused', async () => {
  const oauth = JSON.stringify({ ...CLIENT, refreshToken: provider.grant(), tokenUrl: provider.place.tokenUrl })
  const at = { host: '127.0.0.1', port: server.port, tls: 'none', user: 'sales@salon.ru', password: '' } as const
  const from = { fromName: '', fromAddress: 'sales@salon.ru', signature: '' }
  const post = openHeld({ ...at, ...from, oauth, way: null, account: 'account-1', changed: 1, refused: null })
  provider.stumble(true)
  expect(await post.send(LETTER)).toMatchObject({ is: 'later', why: { code: 'triesAgain' } })
  provider.stumble(false)
  expect(await post.send(LETTER)).toMatchObject({ is: 'sent' })
  post.close()
})
