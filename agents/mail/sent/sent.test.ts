import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../../../shared/company/collections.ts'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { SERVICE_KEY } from '../../../sync-server/http/testing/server.ts'
import { mailOf } from '../../sending/accounts/current-accounts.ts'
import { type Dovecot, PASSWORD, startDovecot } from '../../sending/testing/dovecot.ts'
import { openRoom, type SendingRoom } from '../../sending/testing/room.ts'
import { startMail } from '../../sending/testing/smtp.ts'
import { openImap } from '../imap/connect.ts'
import { sentCopies } from './agent.ts'
import { copy } from './copying.ts'
import { putIntoSent } from './put-into-sent.ts'

let room: SendingRoom
let dovecot: Dovecot
let mail: Awaited<ReturnType<typeof startMail>>
const ends: (() => Promise<unknown>)[] = []

/** A company whose mail server gives letters on to Dovecot, where their readers have them. */
async function open(hasSent = true): Promise<void> {
  dovecot = await startDovecot({ hasSent })
  const onward = createTransport({ host: '127.0.0.1', port: dovecot.port, lmtp: true, ignoreTLS: true })
  mail = await startMail({ allowInsecureAuth: true }, async ({ from, to, raw }) => {
    await onward.sendMail({ envelope: { from, to: [...to] }, raw })
    return null
  })
  ends.push(mail.stop, dovecot.stop)
}

const anna = (change: Partial<HeldAccount> = {}): HeldAccount => ({
  ...{ id: 'account-1', owner: 'user-anna', name: 'Анна', fromName: 'Анна', address: 'anna@salon.example' },
  receive: { way: 'imap', host: '127.0.0.1', port: dovecot.imap, tls: 'none', user: 'anna' },
  // The mail server has another name and another password than Dovecot.
  send: { host: '127.0.0.1', port: mail.port, tls: 'none', user: '' },
  password: PASSWORD,
  ...{ oauth: '', folders: [], since: null, isDefault: true, marksSeen: false, storesSent: false },
  ...{ signature: '', isOff: false, changed: 1 },
  ...change,
})

const standsIn = async (folder: string, ...words: readonly string[]) =>
  (await dovecot.doveadm('search', '-u', 'anna', 'mailbox', folder, ...words)).trim().split('\n').filter(Boolean).length

beforeEach(async () => {
  room = await openRoom()
})
afterEach(async () => {
  await room.close()
  for (const end of ends.splice(0)) await end()
})

test('MW7: what an account sent stands in its folder of sent mail, as read, once, and with its reader', async () => {
  await open()
  room.haveAccounts([anna()])
  await room.startSender()
  const id = room.write({ account: 'account-1', to: 'ivan@example.com', bcc: ['petr@example.com'], subject: 'Ответ' })
  await expect.poll(() => room.message(id)?.raw).toMatch(/^[0-9a-f]{64}$/)
  // Somebody had put it there and died before he could say so.
  const { outer, raw } = room.message(id) ?? {}
  const box = await openImap({ server: { ...(anna().receive ?? never()) }, pass: { password: PASSWORD } })
  const bytes = await fetch(`${room.server.url}/api/agent/files/${raw}`, {
    headers: { authorization: `Bearer ${SERVICE_KEY}` },
  })
  await putIntoSent(box, { messageId: outer ?? '', raw: new Uint8Array(await bytes.arrayBuffer()) })
  await box.close()
  await room.startSender(undefined, sentCopies)
  await expect.poll(() => room.message(id)?.raw).toBe(null)
  expect(await standsIn('Sent', 'header', 'message-id', `<${outer}>`)).toBe(1)
  expect(await standsIn('Sent', 'SEEN')).toBe(1)
  expect(await standsIn('Sent', 'header', 'bcc', 'petr@example.com')).toBe(1)
  expect(await dovecot.letters('ivan')).toHaveLength(1)
  expect((await dovecot.letters('petr')).join()).not.toContain('Bcc')
})

test('MW7: what goes by a default account without naming it stands there too, in the company’s name and in a person’s', async () => {
  await open()
  const shop = anna({ id: 'shop', owner: null, address: 'shop@salon.example' })
  room.haveAccounts([anna(), shop])
  const heldOf = (account: HeldAccount) => mailOf(account, account.send ?? never())
  room.use({ mail: heldOf(shop), own: { 'user-anna': heldOf(anna()) } })
  await room.server.author.write((tx) => tx.create(people, 'anna', { name: 'Анна', user: 'user-anna' }))
  await room.startSender()
  await room.startSender(undefined, sentCopies)
  const ofRule = room.write({ to: 'ivan@example.com' })
  const ofAnna = room.write({ to: 'ivan@example.com', sender: 'author', author: 'anna' })
  for (const [id, account] of [
    [ofRule, 'shop'],
    [ofAnna, 'account-1'],
  ] as const) {
    await expect
      .poll(() => [room.message(id)?.state, room.message(id)?.account, room.message(id)?.raw])
      .toEqual(['sent', account, null])
    expect(await standsIn('Sent', 'header', 'message-id', `<${room.message(id)?.outer}>`)).toBe(1)
  }
})

test('MW8: where there is no such folder, a hidden copy goes to the own address, under the same Message-ID', async () => {
  await open(false)
  room.haveAccounts([anna()])
  await room.startSender()
  await room.startSender(undefined, sentCopies)
  const id = room.write({ account: 'account-1', to: 'ivan@example.com' })
  await expect.poll(() => [room.message(id)?.state, room.message(id)?.raw]).toEqual(['sent', null])
  const { outer } = room.message(id) ?? {}
  expect(await standsIn('INBOX', 'header', 'message-id', `<${outer}>`)).toBe(1)
  expect(mail.taken.map(({ to }) => to)).toEqual([['ivan@example.com'], ['anna@salon.example']])
})

test('MW7: a mail server that is away is waited for; without its account nothing is left to do', async () => {
  await open()
  room.haveAccounts([anna()])
  const { ground } = await room.startSender()
  const id = room.write({ account: 'account-1', to: 'ivan@example.com' })
  await expect.poll(() => room.message(id)?.state).toBe('sent')
  room.haveAccounts([anna({ receive: { way: 'imap', host: '127.0.0.1', port: 1, tls: 'none', user: 'anna' } })])
  await expect(copy(ground, id)).rejects.toMatchObject({ kind: 'unreachable' })
  expect(room.message(id)?.raw).not.toBe(null)
  room.haveAccounts([])
  await room.startSender(undefined, sentCopies)
  await expect.poll(() => room.message(id)?.raw).toBe(null)
  expect(await standsIn('Sent', 'ALL')).toBe(0)
})

function never(): never {
  throw new Error('an account that receives')
}
