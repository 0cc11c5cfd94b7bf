import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dovecot, PASSWORD, startDovecot } from '../../sending/testing/dovecot.ts'
import type { Box, OpenFolder } from '../box.ts'
import { letterOf, putLetters } from '../testing/maildir.ts'
import { openImap } from './connect.ts'

let dovecot: Dovecot
let box: Box
beforeAll(async () => {
  dovecot = await startDovecot()
  box = await open('anna')
})
afterAll(async () => {
  await box.close()
  await dovecot.stop()
})

function open(user: string, password = PASSWORD): Promise<Box> {
  const server = { host: '127.0.0.1', port: dovecot.imap, tls: 'none', user } as const
  return openImap({ server, pass: { password } })
}

async function rawOf(folder: OpenFolder, uids: readonly number[]): Promise<string[]> {
  const found: string[] = []
  for await (const { raw } of folder.letters(uids)) found.push(Buffer.from(raw).toString())
  return found
}

test('MB1: folders are told with what they are for, whatever letters their names are of', async () => {
  await dovecot.doveadm('mailbox', 'create', '-u', 'anna', 'Заказы & прочее')
  const folders = await box.folders()
  const use = (path: string) => folders.find((one) => one.path === path)?.use
  expect(['INBOX', 'Sent', 'Trash', 'Archive', 'Junk'].map(use)).toEqual([
    '\\Inbox',
    '\\Sent',
    '\\Trash',
    '\\Archive',
    '\\Junk',
  ])
  expect(use('Заказы & прочее')).toBe(null)
  await box.within('Заказы & прочее', async (folder) => expect(await folder.uids()).toEqual([]))
  expect(await box.state('none')).toBe(null)
})

test('MB1: letters are listed, come whole, singly and many at once, and stay unseen', async () => {
  const letters = [letterOf({}), letterOf({ id: null }), letterOf({ text: 'х'.repeat(3_000_000) })]
  await putLetters(dovecot, 'anna', letters)
  await box.within('INBOX', async (folder) => {
    const uids = await folder.uids()
    expect([uids.length, folder.exists]).toEqual([3, 3])
    const listed = await folder.list([...uids, 1000])
    expect(listed.map(({ uid, flags }) => [uid, flags.replace('\\Recent', '').trim()])).toEqual(
      uids.map((uid) => [uid, '']),
    )
    expect(await rawOf(folder, uids)).toEqual(letters)
    const [last, size] = [uids.at(-1) ?? 0, listed.at(-1)?.size ?? 0]
    for (const told of [size, 10, 10_000_000])
      expect(Buffer.from((await folder.fetch(last, told, 50_000_000)) ?? []).toString()).toBe(letters[2])
    expect((await folder.fetch(last, size, 1000))?.length).toBe(1000)
    expect(await folder.fetch(1000, 10, 1000)).toBe(null)
    expect(await folder.uids(uids[1])).toEqual([last])
    expect(await folder.uids(last)).toEqual([])
  })
  expect(await dovecot.count('anna', 'UNSEEN')).toBe(3)
})

test('MB1: flags are set and taken off, what changed is told, a letter is moved', async () => {
  await putLetters(dovecot, 'boris', [letterOf({}), letterOf({})])
  const own = await open('boris')
  await own.within('INBOX', async (folder) => {
    const [first = 0, second = 0] = await folder.uids()
    await folder.mark(first, ['\\Seen', '\\Flagged'], [])
    await folder.mark(first, [], ['\\Flagged'])
    expect(await folder.move(second, 'Archive')).toBeGreaterThan(0)
    const modseq = folder.modseq ?? ''
    const changed = await folder.changed(modseq)
    expect(changed?.map(({ uid, flags }) => [uid, flags.includes('\\Seen')])).toEqual([[first, true]])
    await expect(folder.move(first, 'none')).rejects.toMatchObject({ kind: 'declined' })
    expect(await folder.uids()).toEqual([first])
  })
  expect((await own.state('Archive'))?.exists).toBe(1)
  await own.append('Sent', Buffer.from(letterOf({})))
  expect(await dovecot.doveadm('search', '-u', 'boris', 'mailbox', 'Sent', 'SEEN')).not.toBe('')
  await own.close()
})

test('MB2: what comes in is heard of at once, and nothing that came since it was looked', async () => {
  const own = await open('clara')
  await own.within('INBOX', async (folder) => {
    await folder.uids()
    const never = new AbortController().signal
    const heard = folder.wait(60_000, never)
    await putLetters(dovecot, 'clara', [letterOf({})])
    await heard
    expect(await folder.uids()).toHaveLength(1)
    await folder.wait(1, never)
    const stopping = new AbortController()
    const waiting = folder.wait(60_000, stopping.signal)
    stopping.abort()
    await waiting
    expect(await folder.uids()).toHaveLength(1)
  })
  await own.close()
})

test('MB3: a password that is not taken, a server that is not there, one that goes: each is told as what it is', async () => {
  await expect(open('anna', 'wrong')).rejects.toMatchObject({ kind: 'refused' })
  const server = { host: '127.0.0.1', port: 1, tls: 'none', user: 'anna' } as const
  await expect(openImap({ server, pass: { password: '' } })).rejects.toMatchObject({ kind: 'unreachable' })
  const secret = { host: '127.0.0.1', port: dovecot.imap, tls: 'starttls', user: 'anna' } as const
  await expect(openImap({ server: secret, pass: { password: PASSWORD } })).rejects.toMatchObject({ kind: 'noTls' })
  const own = await open('dora')
  const waiting = own.within('INBOX', (folder) => folder.wait(60_000, new AbortController().signal))
  await Promise.all([expect(waiting).rejects.toMatchObject({ kind: 'unreachable' }), dovecot.restart()])
  await expect(own.folders()).rejects.toMatchObject({ kind: 'unreachable' })
})

test('MB7: opened by what was known, a folder tells what has gone since, and nothing without', async () => {
  await putLetters(dovecot, 'vera', [letterOf({}), letterOf({}), letterOf({}), letterOf({})])
  const own = await open('vera')
  const known = await own.within('INBOX', async ({ validity, modseq }) => ({ validity, modseq }))
  await dovecot.doveadm('expunge', '-u', 'vera', 'mailbox', 'INBOX', 'uid', '2:3')
  const since = await own.within('INBOX', async ({ vanished, exists }) => ({ vanished, exists }), known)
  expect(since).toEqual({ vanished: [2, 3], exists: 2 })
  const unknown = { ...known, validity: `${Number(known.validity) + 1}` }
  for (const other of [null, { ...known, modseq: null }, unknown])
    expect(await own.within('INBOX', async ({ vanished }) => vanished, other)).toEqual([])
  await own.close()
})
