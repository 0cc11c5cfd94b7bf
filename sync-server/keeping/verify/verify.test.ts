import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customFields } from '../../../shared/custom/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { STORAGE_FILE } from '../../storage/sqlite/database.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import { startSync } from '../../sync/testing/sync-server.ts'
import { compacted } from '../../sync/upkeep/compact.ts'
import { exportAll } from '../export/export.ts'
import { verify } from './verify.ts'

const CUSTOMER = newId('common', Date.now())
const ORDER = newId('common', Date.now())

let folder: string
let company: string
/** A company with a customer and an order of his. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-verify-'))
  const server = await startSync({ folder })
  company = server.company
  await server.sync.author.write((tx) => {
    tx.create(customers, CUSTOMER, { name: '=1+1' })
    tx.create(orders, ORDER, { sort: 'work', customer: CUSTOMER, note: 'first' })
    tx.set(orders, ORDER, { note: 'second' })
  })
  await server.stop()
})
afterEach(() => rmSync(folder, { recursive: true }))

function tamper(sql: string): void {
  const database = new Database(join(folder, STORAGE_FILE))
  expect(database.prepare(sql).run().changes).toBe(1)
  database.close()
}

test('K11: where all is well nothing is named, and nothing is changed', () => {
  const before = readFileSync(join(folder, STORAGE_FILE))
  const { documents, records, problems } = verify(folder)
  expect(problems).toEqual([])
  expect([documents, records]).toEqual([3, 4])
  expect(readFileSync(join(folder, STORAGE_FILE)).equals(before)).toBe(true)
})

test('K11: a reference that leads nowhere is named by document, record and field', async () => {
  const server = await startSync({ folder })
  await server.sync.author.write((tx) => tx.set(orders, ORDER, { responsible: 'nobody' }))
  await server.stop()
  expect(verify(folder).problems).toEqual([
    {
      what: 'reference',
      document: expect.stringContaining('/orders/common/'),
      collection: 'orders',
      record: ORDER,
      field: 'responsible',
    },
  ])
})

test('K11: a write that one of document and trail has alone is named', () => {
  const at = { document: `${company}/customers/common`, collection: 'customers', record: CUSTOMER }
  tamper(`UPDATE audit SET record = record || 'x' WHERE collection = 'customers'`)
  expect(verify(folder).problems).toEqual([
    { ...at, what: 'untrailed', field: '' },
    { ...at, what: 'lost', record: `${CUSTOMER}x`, field: '' },
  ])
})

test('K11: a write that its document lost while it has others to the record is named', () => {
  tamper(`INSERT INTO audit SELECT journal, document, collection, record, 'note', user, 'ZZZZ', at, substr(stamp, 1, 12) || 'ZZZZ', '"third"'
    FROM audit WHERE collection = 'orders' AND path = ''`)
  const lost = { what: 'lost', document: expect.stringContaining('/orders/common/'), collection: 'orders' }
  expect(verify(folder).problems).toEqual([{ ...lost, record: ORDER, field: 'note' }])
})

test('K11, K12: a folder as an earlier program left it reads the same, and is brought to this one by a server', async () => {
  const storage = await openStorage(folder)
  for (const { document } of await storage.documents()) {
    const stored = await storage.load(document)
    await storage.compact(document, stored, compacted(stored))
  }
  await storage.close()
  const database = new Database(join(folder, STORAGE_FILE))
  database.exec(`ALTER TABLE documents ADD COLUMN state BLOB;
    ALTER TABLE documents ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
    UPDATE documents SET state = s.state, crc = s.crc FROM snapshots s WHERE s.document = name;
    DROP TABLE snapshots; DROP TABLE numbered; DROP INDEX audit_by_journal;
    DROP TABLE effects; DROP TABLE effect_tokens; DROP TABLE sending;
    DROP TABLE mail_folders; DROP TABLE mail_ledger;
    DROP TABLE mail_accounts; DROP TABLE phones; DROP TABLE phone_codes; DROP TABLE phone_bridge; DROP TABLE services;
    PRAGMA user_version = 6`)
  const kept = database.prepare<[], number>('SELECT count(*) FROM documents WHERE state IS NOT NULL').pluck().get()
  database.close()
  expect(kept).toBe(3)
  const before = verify(folder)
  expect(before).toMatchObject({ documents: 3, records: 4, problems: [] })
  const server = await startSync({ folder })
  await server.stop()
  expect(verify(folder)).toEqual(before)
})

test('K11, K12: fields that the company added are looked through and written as the others are', async () => {
  const server = await startSync({ folder })
  await server.sync.author.write((tx) => {
    tx.create(customFields, 'custom_p', { name: 'Замерщик', of: 'orders', type: 'toPerson' })
    tx.create(customFields, 'custom_a', { name: 'Площадь', of: 'orders', type: 'number' })
    tx.remove(customFields, 'custom_a')
    tx.write(orders, ORDER, 'custom_p', 'nobody')
    tx.write(orders, ORDER, 'custom_a', 1250)
  })
  await server.stop()
  expect(verify(folder).problems).toMatchObject([{ what: 'reference', record: ORDER, field: 'custom_p' }])
  const to = join(folder, 'out')
  exportAll(folder, to)
  const text = readFileSync(join(to, 'orders.csv'), 'utf8').slice(1)
  const [row] = Papa.parse<Record<string, string>>(text, { header: true }).data
  expect(row, 'what was removed is not lost').toMatchObject({ custom_p: 'nobody', custom_a: '1250' })
})

test('K12: everything stands in open files, which say themselves what is in them', () => {
  const to = join(folder, 'out')
  const { files, damaged } = exportAll(folder, to)
  expect(damaged).toEqual([])
  expect(files.get('history.jsonl')).toBe(4)
  const [order] = readFileSync(join(to, 'orders.jsonl'), 'utf8').split('\n')
  expect(JSON.parse(order ?? '')).toMatchObject({ id: ORDER, note: 'second', customer: CUSTOMER, number: 'ЗН-0001' })
  const text = readFileSync(join(to, 'customers.csv'), 'utf8')
  expect(text.startsWith('\uFEFFid,')).toBe(true)
  const [row] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data
  // A spreadsheet must not compute what somebody is called.
  expect(row).toMatchObject({ id: CUSTOMER, name: "'=1+1" })
  expect(readFileSync(join(to, 'README.md'), 'utf8')).toContain('history.jsonl')
})
