import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Box, OpenFolder } from '../box.ts'
import { openGmail } from './connect.ts'
import { type GmailServer, startGmail } from './testing/gmail-server.ts'
import { uidsOf } from './uids.ts'

const FAST = { first: 1, most: 5 }
let server: GmailServer
let box: Box
beforeEach(async () => {
  server = await startGmail()
  box = await openGmail({ ...server, patience: FAST })
})
afterEach(() => server.stop())

const letter = (n: number) => `Message-ID: <m${n}@example.com>\r\nSubject: ${n}\r\n\r\nЗаказ ${n}`
const inbox = <T>(work: (folder: OpenFolder) => Promise<T>) => box.within('INBOX', work)
const uids = () => inbox((folder) => folder.uids())

async function rawOf(folder: OpenFolder, all: readonly number[]): Promise<string[]> {
  const found: string[] = []
  for await (const { raw } of folder.letters(all)) found.push(Buffer.from(raw).toString())
  return found
}

test('MW9: labels are folders; letters of all pages are listed in their order and come whole', async () => {
  server.label('Label_1', 'Заказы')
  for (let n = 1; n <= 8; n++) server.put(letter(n), n % 2 ? ['INBOX', 'UNREAD'] : ['INBOX', 'STARRED'])
  const folders = await box.folders()
  const use = (path: string) => folders.find((one) => one.path === path)?.use
  expect(['INBOX', 'SENT', 'TRASH', 'SPAM', 'DRAFT', '[Archive]', 'Заказы', 'UNREAD'].map(use)).toEqual([
    ...['\\Inbox', '\\Sent', '\\Trash', '\\Junk', '\\Drafts', '\\Archive', null],
    undefined,
  ])
  await inbox(async (folder) => {
    const all = await folder.uids()
    expect([all.length, folder.exists]).toEqual([8, 8])
    expect(await rawOf(folder, all)).toEqual(Array.from({ length: 8 }, (_, i) => letter(i + 1)))
    const listed = await folder.list(all.slice(0, 2))
    expect(listed.map(({ flags }) => flags)).toEqual(['', '\\Flagged \\Seen'])
    expect(listed[0]?.received).toBe(Date.UTC(2026, 10, 28) + 1)
    const [first = 0] = all
    expect(Buffer.from((await folder.fetch(first, 10, 20)) ?? []).toString()).toBe(letter(1).slice(0, 20))
    expect(await folder.fetch(7, 10, 20)).toBe(null)
    expect(await folder.named('m3@example.com')).toEqual([all[2]])
    expect(await folder.uids(all[5])).toEqual(all.slice(6))
  })
  expect(await box.state('nowhere')).toBe(null)
})

test('MW9: what comes, goes and is marked is heard by the history; an old letter that comes back is heard too', async () => {
  const [first, second] = [server.put(letter(1), []), server.put(letter(2), ['INBOX'])]
  const before = await uids()
  const { modseq } = (await box.state('INBOX')) ?? {}
  server.relabel(first, ['INBOX'])
  const listedOften = server.asked.filter((one) => one === 'GET messages').length
  await inbox(async (folder) => {
    // It is older than all that are known, and is told of all the same.
    const [old = 0] = await folder.uids(before[0])
    expect(old).toBeLessThan(before[0] ?? 0)
    expect(await folder.uids()).toEqual([old, before[0]])
  })
  server.relabel(second, ['STARRED'])
  await inbox(async (folder) => {
    const changed = await folder.changed(modseq ?? '')
    expect(changed?.map(({ uid, flags }) => [uid, flags])).toContainEqual([before[0], '\\Flagged \\Seen'])
  })
  server.remove(second)
  server.relabel(first, [], ['INBOX'])
  expect(await uids()).toEqual([])
  expect(server.asked.filter((one) => one === 'GET messages')).toHaveLength(listedOften)
})

test('MW9: where the history has been forgotten all is listed anew, and all marks are told', async () => {
  for (let n = 1; n <= 4; n++) server.put(letter(n), ['INBOX'])
  const before = await uids()
  const { modseq } = (await box.state('INBOX')) ?? {}
  server.remove(server.idOf(2))
  server.put(letter(5), ['INBOX', 'STARRED'])
  server.forget()
  await inbox(async (folder) => {
    const after = await folder.uids()
    expect([after.length, after.includes(before[1] ?? 0), after.includes(before[0] ?? 0)]).toEqual([4, false, true])
    const changed = await folder.changed(modseq ?? '')
    expect(changed?.map(({ flags }) => flags)).toEqual(['\\Seen', '\\Seen', '\\Seen', '\\Flagged \\Seen'])
  })
})

test('MW10: marks, moves and what is put into a folder are carried to Gmail', async () => {
  server.label('Label_1', 'Заказы')
  const id = server.put(letter(1), ['INBOX', 'UNREAD'])
  const open = async (path: string, work: (folder: OpenFolder, uid: number) => Promise<unknown>) =>
    box.within(path, async (folder) => work(folder, (await folder.uids())[0] ?? 0))
  await open('INBOX', (folder, uid) => folder.mark(uid, ['\\Seen', '\\Flagged', '\\Answered'], []))
  expect(server.labelsOf(id)).toEqual(['INBOX', 'STARRED'])
  await open('INBOX', (folder, uid) => folder.mark(uid, [], ['\\Seen', '\\Flagged']))
  expect(server.labelsOf(id)).toEqual(['INBOX', 'UNREAD'])
  await open('INBOX', (folder, uid) => folder.move(uid, 'Заказы'))
  expect(server.labelsOf(id)).toEqual(['Label_1', 'UNREAD'])
  await open('Заказы', (folder, uid) => folder.move(uid, '[Archive]'))
  expect(server.labelsOf(id)).toEqual(['UNREAD'])
  await open('[Archive]', (folder, uid) => folder.move(uid, 'TRASH'))
  expect(server.labelsOf(id)).toEqual(['TRASH', 'UNREAD'])
  await open('TRASH', (folder, uid) => folder.move(uid, 'INBOX'))
  expect(server.labelsOf(id)).toEqual(['INBOX', 'UNREAD'])
  await box.append('SENT', Buffer.from(letter(2)))
  await open('SENT', async (folder, uid) => expect(await rawOf(folder, [uid])).toEqual([letter(2)]))
})

test('MW11: asked too often, and where it stumbles, it is asked again; in the end that is told as what passes', async () => {
  server.put(letter(1), ['INBOX'])
  let left = 3
  const ways = [
    { status: 429, reason: 'rateLimitExceeded' },
    { status: 403, reason: 'userRateLimitExceeded' },
    { status: 503, reason: 'backendError' },
  ]
  server.judge((path) => (path === 'messages' && left > 0 ? (ways[--left] ?? null) : null))
  expect(await uids()).toHaveLength(1)
  expect(left).toBe(0)
  server.judge(() => ({ status: 429, reason: 'rateLimitExceeded' }))
  await expect(uids()).rejects.toMatchObject({ kind: 'unreachable' })
  server.judge(() => ({ status: 403, reason: 'insufficientPermissions' }))
  await expect(uids()).rejects.toMatchObject({ kind: 'refused' })
})

test('MW11: a token that is over is had anew; one that its person took back is told as refused', async () => {
  expect(server.tokens).toBe(1)
  server.expire()
  expect(await uids()).toEqual([])
  expect(server.tokens).toBe(2)
  server.revoke()
  await expect(uids()).rejects.toMatchObject({ kind: 'refused' })
  await expect(openGmail({ ...server, patience: FAST })).rejects.toMatchObject({ kind: 'refused' })
})

test('MW11: a server that is not there is told as what passes', async () => {
  const line = { pass: server.pass, rootUrl: 'http://127.0.0.1:1/', patience: FAST }
  await expect(openGmail(line)).rejects.toMatchObject({ kind: 'unreachable' })
})

test('MW9: each letter has a number of its own, the same in whatever order it is listed, that JSON keeps', () => {
  const id = fc.bigInt({ min: 0x180000000000000n, max: 0x1fffffffffffffffn }).map((one) => one.toString(16))
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.nat(255), (ids, low) => {
      const near = ids.map((one) => (BigInt(`0x${one}`) - (BigInt(`0x${one}`) % 256n) + BigInt(low)).toString(16))
      const all = [...new Set([...ids, ...near])]
      const [uids, again] = [uidsOf(all), uidsOf([...all].reverse())]
      expect(new Set(uids.values()).size).toBe(all.length)
      expect([...uids.values()].every(Number.isSafeInteger)).toBe(true)
      for (const one of all) expect(again.get(one)).toBe(uids.get(one))
    }),
  )
})
