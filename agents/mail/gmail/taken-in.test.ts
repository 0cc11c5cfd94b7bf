import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountAt, FAST, type MailRoom, openMailRoom } from '../testing/mail-room.ts'
import { letterOf } from '../testing/maildir.ts'
import { openGmail } from './connect.ts'
import { type GmailServer, startGmail } from './testing/gmail-server.ts'

let server: GmailServer
let room: MailRoom
beforeEach(async () => {
  server = await startGmail()
  room = await openMailRoom()
  const receive = { way: 'gmail', host: 'imap.gmail.com', port: 993, tls: 'tls', user: 'anna' } as const
  await room.put('sales', accountAt(993, 'anna', { receive }))
})
afterEach(async () => {
  await room.close()
  await server.stop()
  expect(room.faults).toEqual([])
})

const start = () => room.start(FAST, () => openGmail({ ...server, patience: { first: 1, most: 5 } }))
const taken = (count: number, folder = 'INBOX') =>
  expect.poll(async () => (await room.rows('sales', folder)).length, { timeout: 20_000 }).toBe(count)

test('MW9: what Gmail lists is in the ledger, each letter once, also where its history was forgotten meanwhile', async () => {
  const ids = [1, 2, 3, 4].map(() => server.put(letterOf({}), ['INBOX', 'UNREAD']))
  const end = await start()
  await taken(4)
  await end()
  server.put(letterOf({}), ['INBOX'])
  server.remove(ids[1] ?? '')
  // An old one that was archived comes back.
  server.relabel(ids[0] ?? '', [], ['INBOX'])
  server.relabel(ids[0] ?? '', ['INBOX'])
  server.relabel(ids[2] ?? '', ['STARRED'], ['UNREAD'])
  server.forget()
  await start()
  const stands = async () => {
    const rows = await room.rows('sales')
    const letters = await Promise.all(rows.map(({ letter }) => room.letter(letter ?? '')))
    const marks = letters.map((one) => one?.places.map(({ seen, flagged }) => [seen, flagged]))
    return [rows.map(({ state }) => state), marks, new Set(letters.map((one) => one?.id)).size]
  }
  const unread = [[false, false]]
  await expect
    .poll(stands, { timeout: 20_000 })
    .toEqual([Array(4).fill('imported'), [unread, [[true, true]], unread, [[true, false]]], 4])
})

test('MW10: a letter that is starred and archived here is so in Gmail', async () => {
  const id = server.put(letterOf({}), ['INBOX', 'UNREAD'])
  await start()
  await taken(1)
  const [{ letter, place } = { letter: null, place: null }] = await room.rows('sales')
  await room.act(letter ?? '', place ?? '', { flagged: true, seen: true })
  await expect.poll(() => server.labelsOf(id), { timeout: 20_000 }).toEqual(['INBOX', 'STARRED'])
  await room.act(letter ?? '', place ?? '', { folder: '[Archive]' })
  await expect.poll(() => server.labelsOf(id), { timeout: 20_000 }).toEqual(['STARRED'])
  await taken(1, '[Archive]')
})

test('MW11: where its person took back what he allowed, the account stands as refused', async () => {
  server.revoke()
  await start()
  await expect.poll(async () => (await room.standing('sales'))?.state, { timeout: 10_000 }).toBe('refused')
})
