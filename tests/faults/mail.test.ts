import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { comesInStep } from '../../agents/mail/testing/in-step.ts'
import { accountAt, idOf, type MailRoom, openMailRoom } from '../../agents/mail/testing/mail-room.ts'
import { letterOf, putLetters } from '../../agents/mail/testing/maildir.ts'
import { type Dovecot, PASSWORD, startDovecot } from '../../agents/sending/testing/dovecot.ts'
import { SERVICE_KEY } from '../../sync-server/http/testing/server.ts'
import { AgentsProcess } from '../support/agents.ts'
import { seeded } from '../support/random.ts'
import { startRelay } from '../support/relay/relay.ts'
import { MAY_MOUNT, mountSmallDisk } from '../support/small-disk.ts'
import { SEED, times } from './support/length.ts'

const WITHIN = times(2, 20) * 60_000

let dovecot: Dovecot
let room: MailRoom
let user: string
let users = 0
const random = seeded(SEED)
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())
beforeEach(async () => {
  user = `user${++users}`
  room = await openMailRoom()
})
afterEach(() => room.close())

const boxed = () => ({ room, dovecot, user, account: 'sales' })
const put = (letters: readonly string[], folder = '') => putLetters(dovecot, user, letters, folder)
const some = (count: number, text?: string) => Array.from({ length: count }, () => letterOf(text ? { text } : {}))
const drawn = (most: number) => Math.floor(random() * most)

/** Each of the letters that were put is one record. */
function expectRecords(rows: Awaited<ReturnType<typeof comesInStep>>, count: number): void {
  expect(new Set(rows.map(({ letter }) => letter)).size).toBe(count)
}

test(`MB4: the line is cut at random bytes, ${times(20, 200)} times`, { timeout: WITHIN }, async () => {
  const relay = await startRelay({ target: dovecot.imap, seed: SEED })
  await room.put('sales', accountAt(relay.port, user))
  await put(some(30))
  await put(some(2, 'х'.repeat(100_000)))
  await room.start()
  for (let i = 0; i < times(20, 200); i++) {
    const cut = relay.cutAfter(drawn(20_000))
    await put(some(1))
    await cut
    relay.restore()
  }
  const rows = await comesInStep(boxed(), 32 + times(20, 200))
  expectRecords(rows, rows.length)
  await relay.close()
})

test('MB4: the mail server is killed amid FETCH', { timeout: WITHIN }, async () => {
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  for (let i = 0; i < times(3, 40); i++) {
    await put(some(12, 'х'.repeat(150_000)))
    const begun = async () => (await room.rows('sales')).length
    await expect.poll(begun, { timeout: 30_000, interval: 20 }).toBeGreaterThan(i * 12)
    await dovecot.restart()
  }
  expectRecords(await comesInStep(boxed(), times(3, 40) * 12), times(3, 40) * 12)
})

test('MB6, MB7: a box is emptied and filled again, under another UIDVALIDITY, amid the taking', {
  timeout: WITHIN,
}, async () => {
  const letters = some(25)
  await put(letters)
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  for (let i = 0; i < times(2, 20); i++) {
    await expect.poll(async () => (await room.rows('sales')).length, { interval: 20 }).toBeGreaterThan(0)
    await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all')
    await dovecot.doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(1000 + i), 'INBOX')
    await put([...letters, ...some(1)])
  }
  const rows = await comesInStep(boxed(), 26)
  expectRecords(rows, 26)
  expect((await room.ledger.folder(idOf('sales'), 'INBOX')).cursor?.validity).toBe(String(999 + times(2, 20)))
})

test('MB7: letters are moved between folders, again and again', { timeout: WITHIN }, async () => {
  const folders = ['INBOX', 'Archive', 'Work']
  await dovecot.doveadm('mailbox', 'create', '-u', user, 'Work')
  await put(some(20))
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const [first] = await comesInStep(boxed(), 20)
  for (let i = 0; i < times(10, 150); i++) {
    const [from, to] = [folders[drawn(3)] ?? '', folders[drawn(3)] ?? '']
    if (from !== to) await dovecot.doveadm('move', '-u', user, to, 'mailbox', from, String(1 + drawn(20)))
  }
  const count = async (folder: string) => {
    const found = await dovecot.doveadm('search', '-u', user, 'mailbox', folder, 'all')
    return found.trim().split('\n').filter(Boolean).length
  }
  const rows = []
  for (const folder of folders) rows.push(...(await comesInStep(boxed(), await count(folder), folder)))
  expectRecords(rows, 20)
  expect((await room.letter(first?.letter ?? ''))?.places).toHaveLength(1)
})

test('MB5: Message-IDs are doubled, missing, and written anew', { timeout: WITHIN }, async () => {
  const id = 'same@example.com'
  const odd = [
    letterOf({ id, text: 'раз' }),
    letterOf({ id, text: 'два' }),
    letterOf({ id: null, text: 'три' }),
    letterOf({ id: null, text: 'четыре' }),
  ]
  await put([...odd, ...odd])
  await put(
    odd.map((one) => one.replace(id, 'another@example.net')),
    'Archive',
  )
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  expectRecords(await comesInStep(boxed(), 8), 4)
  expectRecords(await comesInStep(boxed(), 4, 'Archive'), 4)
})

const MB = times(8, 100)
test(`MB4: a letter of ${MB} MB comes among others`, { timeout: WITHIN }, async () => {
  const line = `${'QUJD'.repeat(19)}\r\n`
  const file = line.repeat(Math.floor((MB * 1024 * 1024) / line.length))
  const parts = [
    'From: <anna@example.com>',
    'Subject: huge',
    'Message-ID: <huge@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: application/octet-stream; name="huge.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    file,
  ]
  await put(some(2))
  await put([parts.join('\r\n')])
  await put(some(2))
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const rows = await comesInStep(boxed(), 5)
  expectRecords(rows, 5)
  const letters = await Promise.all(rows.map(({ letter }) => room.letter(letter ?? '')))
  const [huge] = letters.filter((one) => one?.messageId === 'huge@example.com')
  expect(huge?.attachments[0]?.size ?? huge?.size).toBeGreaterThan(MB * 700_000)
})

test(`MB4: at once come ${times(300, 10_000)} letters`, { timeout: WITHIN }, async () => {
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  await put(some(times(300, 10_000)))
  expectRecords(await comesInStep(boxed(), times(300, 10_000)), times(300, 10_000))
})

test('MB9: the password is changed amid the taking', { timeout: WITHIN }, async () => {
  await put(some(20))
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  await comesInStep(boxed(), 20)
  try {
    await dovecot.changePassword('another')
    await dovecot.restart()
    await put(some(5))
    await expect.poll(() => room.standing('sales'), { timeout: 30_000 }).toMatchObject({ state: 'refused' })
    await room.put('sales', accountAt(dovecot.imap, user, { password: 'another' }))
    await comesInStep(boxed(), 25)
  } finally {
    await dovecot.changePassword(PASSWORD)
  }
})

/** Agents as a process, with a data folder of their own. */
function agentsIn(folder: string): AgentsProcess {
  return new AgentsProcess(['--url', room.server.url, '--data', folder, '--key', SERVICE_KEY])
}

test('MB4: the agents are killed amid the taking, again and again', { timeout: WITHIN }, async () => {
  await put(some(times(60, 400)))
  await room.put('sales', accountAt(dovecot.imap, user))
  const agents = agentsIn(room.folder)
  for (let i = 0; i < times(3, 40); i++) {
    await agents.start()
    await put(some(5))
    const before = (await room.rows('sales')).length
    await expect.poll(async () => (await room.rows('sales')).length, { timeout: 30_000 }).toBeGreaterThan(before)
    await agents.kill()
  }
  await agents.start()
  const count = times(60, 400) + times(3, 40) * 5
  expectRecords(await comesInStep(boxed(), count), count)
  await agents.kill()
})

test.runIf(MAY_MOUNT)('MB4: the disk of the agents is full', { timeout: WITHIN }, async () => {
  const disk = mountSmallDisk('8m')
  const agents = agentsIn(disk.path)
  try {
    await room.put('sales', accountAt(dovecot.imap, user))
    await agents.start()
    await put(some(10))
    await comesInStep(boxed(), 10)
    disk.leave(0)
    await put(some(30))
    await comesInStep(boxed(), 40)
    disk.free()
    await put(some(10))
    expectRecords(await comesInStep(boxed(), 50), 50)
  } finally {
    await agents.kill()
    disk.unmount()
  }
})
