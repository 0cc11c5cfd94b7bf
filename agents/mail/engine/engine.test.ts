import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startRelay } from '../../../tests/support/relay/relay.ts'
import { type Dovecot, startDovecot } from '../../sending/testing/dovecot.ts'
import { tellAppended } from '../sent/appended.ts'
import { inStep } from '../testing/in-step.ts'
import { accountAt, FAST, idOf, type MailRoom, openMailRoom } from '../testing/mail-room.ts'
import { letterOf, putLetters } from '../testing/maildir.ts'

let dovecot: Dovecot
let room: MailRoom
let user: string
let users = 0
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())
beforeEach(async () => {
  user = `user${++users}`
  room = await openMailRoom()
})
afterEach(async () => {
  await room.close()
  expect(room.faults).toEqual([])
})

const expectInStep = (folder = 'INBOX') => inStep({ room, dovecot, user, account: 'sales' }, folder)

/** Waits until the ledger has so many letters of a folder. */
async function taken(count: number, folder = 'INBOX', account = 'sales') {
  await expect.poll(async () => (await room.rows(account, folder)).length, { timeout: 20_000 }).toBe(count)
  return await room.rows(account, folder)
}

test('MB4: what is there and what comes is taken in, once, over ends and beginnings', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({ id: null }), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  const end = await room.start()
  await taken(3)
  await putLetters(dovecot, user, [letterOf({})])
  await taken(4)
  await end()
  await putLetters(dovecot, user, [letterOf({})])
  await room.start()
  const rows = await taken(5)
  await expectInStep()
  expect(new Set(rows.map(({ letter }) => letter)).size).toBe(5)
  expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('imported'))
  expect(await dovecot.count(user, 'UNSEEN')).toBe(5)
  await expect
    .poll(() => room.standing('sales'), { timeout: 10_000 })
    .toMatchObject({
      state: 'connected',
      listed: 5,
      taken: 5,
      failed: 0,
      sentFolder: 'Sent',
      trashFolder: 'Trash',
      archiveFolder: 'Archive',
    })
})

test('MB9: what we put into the folder of sent mail is taken in at once', async () => {
  await putLetters(dovecot, user, [letterOf({})], 'Sent')
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start({ ...FAST, poll: 600_000, flags: 600_000 })
  await taken(1, 'Sent')
  await putLetters(dovecot, user, [letterOf({})], 'Sent')
  tellAppended(idOf('sales'))
  await taken(2, 'Sent')
})

test('MB5: one letter twice in a folder is one record; in two folders it has two places; another text is another letter', async () => {
  const [same, id] = [letterOf({}), 'one@example.com']
  await putLetters(dovecot, user, [same, same, letterOf({ id, text: 'раз' }), letterOf({ id, text: 'два' })])
  await putLetters(dovecot, user, [same], 'Archive')
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const rows = await taken(4)
  const [elsewhere] = await taken(1, 'Archive')
  expect(rows.map(({ state }) => state).sort()).toEqual(['duplicate', 'imported', 'imported', 'imported'])
  expect(new Set(rows.map(({ letter }) => letter)).size).toBe(3)
  const record = await room.letter(elsewhere?.letter ?? '')
  expect(record?.places.map(({ folder }) => folder).sort()).toEqual(['Archive', 'INBOX'])
  await expectInStep()
  // The one of both that stays is the letter's.
  const [first] = rows.filter(({ letter }) => letter === elsewhere?.letter)
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', String(first?.uid))
  await taken(3)
  await expectInStep()
})

test('MB6: a folder made anew is listed anew, and its letters are the ones that they were', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({})], 'Work')
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const before = await taken(3, 'Work')
  await dovecot.doveadm('mailbox', 'update', '-u', user, '--uid-validity', '4242', 'Work')
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'Work', 'uid', String(before[0]?.uid))
  await expect.poll(async () => (await room.ledger.folder(idOf('sales'), 'Work')).cursor?.validity).toBe('4242')
  const after = await taken(2, 'Work')
  expect(after.map(({ letter }) => letter)).toEqual(before.slice(1).map(({ letter }) => letter))
  await expect.poll(async () => (await room.letter(before[0]?.letter ?? ''))?.places).toEqual([])
  await expectInStep('Work')
  expect((await room.ledger.folder(idOf('sales'), 'Work', true)).rows).toEqual([])
})

test('MB7: a letter that moved there has its other place, one that was removed has none; a folder that is no more has no letters', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const [first, second, third] = await taken(3)
  await dovecot.doveadm('move', '-u', user, 'Archive', 'mailbox', 'INBOX', 'uid', String(first?.uid))
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', String(second?.uid))
  await taken(1, 'Archive')
  await taken(1)
  const folders = async (id: string | null | undefined) =>
    (await room.letter(id ?? ''))?.places.map(({ folder }) => folder)
  expect(await folders(first?.letter)).toEqual(['Archive'])
  expect(await folders(second?.letter)).toEqual([])
  expect(await folders(third?.letter)).toEqual(['INBOX'])
  await expectInStep('Archive')
  await dovecot.doveadm('mailbox', 'create', '-u', user, 'Work')
  await dovecot.doveadm('move', '-u', user, 'Work', 'mailbox', 'INBOX', 'uid', String(third?.uid))
  await taken(1, 'Work')
  await dovecot.doveadm('mailbox', 'delete', '-u', user, 'Work')
  await taken(0, 'Work')
  await expect.poll(() => folders(third?.letter)).toEqual([])
})

test('MB8: marks and moves go both ways', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const [first, second, third] = await taken(3)
  await room.act(first?.letter ?? '', first?.place ?? '', { seen: true, flagged: true })
  await expect.poll(() => dovecot.count(user, 'SEEN', 'FLAGGED')).toBe(1)
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Answered', 'mailbox', 'INBOX', 'uid', String(second?.uid))
  const place = async (row: typeof first) =>
    (await room.letter(row?.letter ?? ''))?.places.find(({ id }) => id === row?.place)
  await expect.poll(() => place(second)).toMatchObject({ answered: true, seen: false })
  await dovecot.doveadm('flags', 'remove', '-u', user, '\\Flagged', 'mailbox', 'INBOX', 'uid', String(first?.uid))
  await expect.poll(() => place(first)).toMatchObject({ flagged: false, seen: true })
  await room.act(third?.letter ?? '', third?.place ?? '', { folder: 'Archive' })
  await taken(1, 'Archive')
  await taken(2)
  await expectInStep('Archive')
  expect((await room.letter(third?.letter ?? ''))?.places.map(({ folder }) => folder)).toEqual(['Archive'])
  // Where there is no such folder it stays where it is.
  await room.act(first?.letter ?? '', first?.place ?? '', { folder: 'None' })
  await expect.poll(() => place(first)).toMatchObject({ folder: 'INBOX' })
})

test('MB8: what was done while the mail server was away is carried once it is back, by another run, too', async () => {
  const relay = await startRelay({ target: dovecot.imap })
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await room.put('sales', accountAt(relay.port, user))
  const end = await room.start()
  const [first, second] = await taken(2)
  relay.cut()
  await room.act(first?.letter ?? '', first?.place ?? '', { flagged: true })
  await room.act(second?.letter ?? '', second?.place ?? '', { folder: 'Archive' })
  await expect.poll(room.waiting).toContain(first?.letter)
  await expect.poll(room.waiting).toContain(second?.letter)
  await end()
  relay.restore()
  await room.start()
  await taken(1, 'Archive')
  await taken(1)
  await expect.poll(() => dovecot.count(user, 'FLAGGED')).toBe(1)
  await expect.poll(room.waiting).toBe('{}')
  await relay.close()
})

test('MB8: what is read here is not marked there where the account does not say so', async () => {
  await putLetters(dovecot, user, [letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user, { marksSeen: false }))
  await room.start()
  const [row] = await taken(1)
  await room.act(row?.letter ?? '', row?.place ?? '', { seen: true, flagged: true })
  await expect.poll(() => dovecot.count(user, 'FLAGGED')).toBe(1)
  expect(await dovecot.count(user, 'SEEN')).toBe(0)
  expect((await room.letter(row?.letter ?? ''))?.places).toMatchObject([{ seen: true, flagged: true }])
})

test('MB9: accounts are worked with side by side, one that is refused stops no other, and a new password is tried at once', async () => {
  await putLetters(dovecot, user, [letterOf({})])
  await room.put('wrong', accountAt(dovecot.imap, `${user}b`, { password: 'wrong' }))
  await room.put('gone', accountAt(1, user))
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start(FAST)
  await taken(1)
  await expect.poll(() => room.standing('wrong')).toMatchObject({ state: 'refused' })
  await expect.poll(() => room.standing('gone')).toMatchObject({ state: 'unreachable' })
  await putLetters(dovecot, `${user}b`, [letterOf({})])
  await room.put('wrong', accountAt(dovecot.imap, `${user}b`))
  await taken(1, 'INBOX', 'wrong')
  await expect.poll(() => room.standing('wrong')).toMatchObject({ state: 'connected', trouble: null })
})

test('MB4: letters that came before a day are left out, and come in where the day is an earlier one', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user, { since: Date.now() + 3_600_000 }))
  await room.start()
  expect((await taken(2)).map(({ state }) => state)).toEqual(['filtered', 'filtered'])
  await room.put('sales', accountAt(dovecot.imap, user, { since: Date.now() - 3_600_000 }))
  const states = async () => (await room.rows('sales')).map(({ state }) => state)
  await expect.poll(states, { timeout: 10_000 }).toEqual(['imported', 'imported'])
  await expectInStep()
})

test('MB4: letters of a person’s account are that person’s own', async () => {
  await putLetters(dovecot, user, [letterOf({})])
  await room.server.addUser('anna')
  await room.put('annas', accountAt(dovecot.imap, user, { isCompanys: false }), { user: 'anna', isKeeper: false })
  await room.start()
  const [row] = await taken(1, 'INBOX', 'annas')
  expect(await room.ownLetter(row?.letter ?? '')).toMatchObject({
    places: [{ account: idOf('annas'), folder: 'INBOX' }],
  })
})

test('MB9: a removed account leaves nothing in the ledger, be it amid the taking or quiet, and is worked with no more', async () => {
  const quiet = `${user}q`
  await putLetters(dovecot, quiet, [letterOf({})])
  await room.put('quiet', accountAt(dovecot.imap, quiet))
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  await taken(1, 'INBOX', 'quiet')
  for (let i = 0; i < 3; i++) {
    await putLetters(
      dovecot,
      user,
      Array.from({ length: 150 }, () => letterOf({})),
    )
    await expect.poll(async () => (await room.rows('sales')).length, { interval: 5 }).toBeGreaterThan(0)
    await room.remove('sales')
    if (i < 2) await room.put('sales', accountAt(dovecot.imap, user))
  }
  await expect.poll(room.working).toBe(1)
  // Who has not heard of it is told by the ledger.
  await room.server.storage.mailAccounts.remove(idOf('quiet'))
  await putLetters(dovecot, quiet, [letterOf({})])
  await expect.poll(room.working).toBe(0)
  for (const name of ['sales', 'quiet']) expect(await room.ledger.folders(idOf(name))).toEqual([])
})

test('MB5: two accounts of one mailbox have one record of each letter, with a place for each; what is done in one place is done once', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.put('again', accountAt(dovecot.imap, user))
  await room.start()
  const rows = await taken(2)
  const other = await taken(2, 'INBOX', 'again')
  expect(other.map(({ letter }) => letter)).toEqual(rows.map(({ letter }) => letter))
  const [first] = rows
  const places = async () => (await room.letter(first?.letter ?? ''))?.places ?? []
  await expect
    .poll(async () => (await places()).map(({ account }) => account).sort())
    .toEqual([idOf('again'), idOf('sales')].sort())
  await room.act(first?.letter ?? '', first?.place ?? '', { flagged: true })
  await expect.poll(async () => (await places()).map(({ flagged }) => flagged)).toEqual([true, true])
  await room.act(first?.letter ?? '', first?.place ?? '', { folder: 'Archive' })
  await expect.poll(async () => (await places()).map(({ folder }) => folder)).toEqual(['Archive', 'Archive'])
  await taken(1)
  await taken(1, 'INBOX', 'again')
  await expectInStep()
  await room.remove('again')
  await expect.poll(room.working).toBe(1)
  await putLetters(dovecot, user, [letterOf({})])
  await taken(2)
  await expectInStep()
})

test('MB4: enclosures that are bombs are bytes, and are kept as they came', async () => {
  // A thousand times as large when it is opened: 24 MB of nothing.
  const bomb = gzipSync(Buffer.alloc(24 * 1024 * 1024), { level: 9 })
  const letter = [
    'From: <anna@example.com>',
    'Message-ID: <bomb@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: application/zip; name="bomb.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    bomb.toString('base64').replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n')
  await putLetters(dovecot, user, [letter])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  const [row] = await taken(1)
  const hash = createHash('sha256').update(bomb).digest('hex')
  expect(await room.letter(row?.letter ?? '')).toMatchObject({
    unparsed: null,
    attachments: [{ name: 'bomb.zip', size: bomb.length, hash }],
  })
  expect(await room.server.files.blobs.sizeOf(hash)).toBe(bomb.length)
})
