import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerRow } from '../../../../shared/letters/ledger.ts'
import { SERVICE_KEY, startServer, type TestServer } from '../../../../sync-server/http/testing/server.ts'
import { storedAccount } from '../../../../sync-server/storage/testing/mail-account.ts'
import { MailLedgerClient } from './mail-ledger.ts'

let server: TestServer
let client: MailLedgerClient
beforeAll(async () => {
  server = await startServer()
  await server.storage.mailAccounts.put([storedAccount('a'), storedAccount('b')])
  const how = { log: pino({ level: 'silent' }), signal: AbortSignal.timeout(60_000) }
  client = new MailLedgerClient({ address: server.url, secret: SERVICE_KEY }, how)
})
afterAll(() => server.close())

function row(uid: number): LedgerRow {
  const rest = { flags: '\\Seen', attempts: 0, next: null, why: '' }
  return { uid, state: 'imported', letter: `letter${uid}`, place: 'p', ...rest }
}

test('ML1, ML4: a folder of more than a page is read whole, and letters are found by any number of ids', async () => {
  const all = Array.from({ length: 5101 }, (_, i) => i + 1)
  for (let i = 0; i < all.length; i += 100) {
    const covers = all.slice(i, i + 100)
    const cursor = { validity: '1', upto: covers.at(-1) ?? 0, modseq: null, listed: all.length }
    await client.change({ account: 'a', folder: 'Ящик', cursor, rows: covers.map(row), covers, isAnew: false })
  }
  const { cursor, rows } = await client.folder('a', 'Ящик')
  expect(cursor?.upto).toBe(5101)
  expect(rows.map(({ uid }) => uid)).toEqual(all)
  const found = await client.letters(
    'a',
    all.slice(0, 250).map((uid) => `letter${uid}`),
  )
  expect(found.map(({ uid }) => uid)).toEqual(all.slice(0, 250))
  expect(await client.folders('a')).toMatchObject([{ folder: 'Ящик', counts: { imported: 5101 } }])
  expect(await client.folder('a', 'none')).toEqual({ cursor: null, rows: [] })
})

test('ML2: what does not add up is told at once', async () => {
  const cursor = { validity: '1', upto: 5, modseq: null, listed: 1 }
  const change = { account: 'b', folder: 'f', cursor, rows: [], covers: [5], isAnew: false }
  await expect(client.change(change)).rejects.toMatchObject({ code: 'mail-ledger-gap' })
  await client.forget({ account: 'a', folder: 'Ящик', what: 'folder' })
  expect(await client.folders('a')).toEqual([])
})
