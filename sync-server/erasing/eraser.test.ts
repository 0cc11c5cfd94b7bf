import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { comments } from '../../shared/discussion/collections.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import { erasures } from '../../shared/erasures/collections.ts'
import { events } from '../../shared/events/collections.ts'
import { letters } from '../../shared/letters/collections.ts'
import { mailingConsents } from '../../shared/mailings/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import type { SiteOrder } from '../../shared/site/catalogue.ts'
import { createAccounts } from '../accounts/accounts.ts'
import { PARCELS } from '../keeping/backup/copy.ts'
import { makeBackup } from '../keeping/backup/make.ts'
import { lookedAt } from '../keeping/database/looked-at.ts'
import { SiteStore } from '../site/store/store.ts'
import { ORDER } from '../site/testing/samples.ts'
import { eventually } from '../sync/testing/eventually.ts'
import { startSync, type TestSync } from '../sync/testing/sync-server.ts'
import { loaded } from '../sync/upkeep/compact.ts'
import { eraserOf, filesOf, type Ids, makePerson, traces } from './testing/person.ts'

let folder: string
let server: TestSync
let made: Ids
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-erasing-'))
  server = await startSync({ folder })
  made = await makePerson(server)
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const whole = () => ({ person: { is: 'customer', customer: made.id } }) as const
const ended = async () => (await server.sync.inSetup(erasures)).map(({ state }) => state)

async function erase(
  change: Parameters<typeof eraserOf>[1] = {},
  whom: Parameters<ReturnType<typeof eraserOf>['ask']>[0] = whole(),
) {
  const eraser = eraserOf(server, change)
  const id = await eraser.ask(whom, 'заявление № 1 от 28.11.2026', 'olga')
  await eraser.idle()
  await eraser.stop()
  return (await server.sync.inSetup(erasures)).find((one) => one.id === id)
}

async function row<C extends Collection>(collection: C, id: string): Promise<Row<C> | null> {
  const doc = loaded(await server.storage.load(documentOf(server.company, collection.family, id)))
  return new RecordSet(doc, collection).get(id)
}

test('ER10: no byte of the person is left in the data folder: documents, journal, trail, its words, files, parcels', async () => {
  while (await server.storage.indexTrail(1000)) await Promise.resolve()
  expect(traces(folder).length).toBeGreaterThan(2)
  const done = await erase()
  expect(done).toMatchObject({
    state: 'erased',
    files: 2,
    trouble: null,
    ground: 'заявление № 1 от 28.11.2026',
    by: 'olga',
  })
  expect(done?.records).toBe(10)
  expect(done?.entries).toBeGreaterThan(10)
  expect(traces(folder)).toEqual([])
  await server.stop()
  expect(traces(folder), 'nor after the end').toEqual([])
  server = await startSync({ folder })
})

test.each([
  ['a file in their place', (parcels: string) => writeFileSync(parcels, 'Жанна-метка')],
  ['a folder among them', (parcels: string) => mkdirSync(join(parcels, 'odd'), { recursive: true })],
])('ER10: parcels go whole, whatever stands there: %s', async (_, put) => {
  const parcels = join(folder, PARCELS)
  rmSync(parcels, { recursive: true, force: true })
  put(parcels)
  expect(await erase()).toMatchObject({ state: 'erased', trouble: null })
  expect([existsSync(parcels), traces(folder)]).toEqual([false, []])
})

test('ER10: what stays reads on: the order with its number, whose it is, the other customer, bytes that he names', async () => {
  await erase()
  expect(await row(customers, made.id)).toMatchObject({
    name: 'Покупатель удален',
    phone: null,
    segment: 'Розница',
    contacts: [],
    emails: [],
  })
  expect(await row(orders, made.order)).toMatchObject({ customer: made.id, number: 'A-1', note: null })
  expect(await row(events, made.event)).toMatchObject({ customer: made.id, subject: 'Удалено', text: null })
  expect(await row(letters, made.letter)).toMatchObject({ customer: made.id, body: null, fromAddress: null })
  expect(await row(letters, made.unbound)).toMatchObject({ subject: null })
  expect(await row(customers, made.other)).toMatchObject({ name: 'Другой' })
  const { blobs } = filesOf(server)
  expect(
    await Promise.all([made.body, made.file, made.shared].map(async (hash) => (await blobs.sizeOf(hash)) !== null)),
  ).toEqual([false, false, true])
  const { entries } = await server.storage.audit({ collection: 'customers', record: made.id }, null, 100)
  expect(entries.map(({ path, value }) => [path, value])).toContainEqual(['note', 'null'])
})

test('ER10: documents and trail agree afterwards: looking through names nothing', async () => {
  await erase()
  await server.stop()
  const { verify } = await import('../keeping/verify/verify.ts')
  const problems = await lookedAt(folder, null, async (records) => [...verify(records).problems])
  expect(problems.filter(({ what }) => what === 'lost' || what === 'untrailed')).toEqual([])
  server = await startSync({ folder })
})

test('ER16: no byte of the person is left at the door: what waits, what stands aside, what became records; what was ordered stays', async () => {
  const door = new SiteStore(join(folder, 'site'))
  const said = {
    name: 'Жанна-метка',
    email: 'Zhanna-metka@mail.test',
    phone: '+7 (916) 555-44-33',
    note: 'Жанна-метка',
  }
  const visit = (id: string, more: Partial<SiteOrder> = {}) =>
    door.queue.order({ ...ORDER, ...said, id, token: id, ...more })
  visit('settled')
  door.queue.settle(1)
  visit('waiting', { phone: '' })
  visit('aside', { email: '' })
  door.queue.setAside([3])
  visit('other', { name: 'Другой', email: '', phone: '+7 916 000-00-00', note: '' })
  expect(traces(folder).some((one) => one.startsWith('site/'))).toBe(true)
  expect(await erase({ visits: door.queue })).toMatchObject({ state: 'erased', trouble: null })
  expect(traces(folder)).toEqual([])
  door.queue.takeUp()
  const waits = await door.queue.page(0, 0, new AbortController().signal)
  const orders = waits.flatMap((one) => (one.did === 'ordered' ? [one.order] : []))
  expect(orders.map(({ id, name, phone }) => [id, name, phone])).toEqual([
    ['waiting', '', ''],
    ['aside', '', ''],
    ['other', 'Другой', '+7 916 000-00-00'],
  ])
  expect(orders.map(({ lines }) => lines)).toEqual([ORDER.lines, ORDER.lines, ORDER.lines])
  door.close()
})

test('ER11: broken off at any step, the next start goes on, and comes to the same', async () => {
  const steps: (keyof typeof server.sync | 'scrub' | 'write')[] = ['cut', 'scrub', 'write']
  for (const step of steps)
    for (let at = 1; at <= 4; at++) {
      if (step === 'scrub' && at > 1) continue
      await server.stop()
      rmSync(folder, { recursive: true })
      server = await startSync({ folder })
      made = await makePerson(server)
      await eraserOf(server).preview(whole())
      await breakAt(step, at)
      expect(await ended(), `${step} ${at}`).toEqual([expect.not.stringMatching('erased')])
      const next = eraserOf(server)
      next.begin()
      await next.idle()
      await next.stop()
      expect(await ended(), `${step} ${at}`).toEqual(['erased'])
      expect(traces(folder), `${step} ${at}`).toEqual([])
    }
}, 60_000)

/** An eraser whose process ends, as it were, with the so-manieth call of something: nothing of it is done any more. */
async function breakAt(step: string, at: number): Promise<void> {
  let left = at
  let isOver = false
  const dying = <A extends readonly unknown[], T>(name: string, call: (...args: A) => Promise<T>) => {
    return (...args: A): Promise<T> => {
      if (name === step && isAsked && --left === 0) isOver = true
      return isOver ? Promise.reject(new Error('the process is gone')) : call(...args)
    }
  }
  let isAsked = false
  const { sync, storage } = server
  const write = dying('write', sync.author.write as (command: never) => Promise<unknown>)
  const author = { write: write as unknown as typeof sync.author.write }
  const eraser = eraserOf(server, {
    sync: { author, cut: dying('cut', sync.cut), inSetup: sync.inSetup, isKeeper: sync.isKeeper },
    storage: { ...storage, scrub: dying('scrub', storage.scrub) },
  })
  const asking = eraser.ask(whole(), 'g', 'olga')
  await asking.then(() => {
    isAsked = true
  })
  await eraser.idle()
  await eraser.stop()
}

test('ER8: who brings it back is refused, and what stays is written as ever', async () => {
  const away = await server.device('mira')
  const held = await away.synced('customers/common')
  await erase()
  expect(held.records(customers).get(made.id)?.name, 'a device that is away has it still').toBe('Жанна-метка')
  const back = await server.device('max')
  const fresh = await back.synced('customers/common')
  back.act((tx) => tx.set(customers, made.id, { segment: 'Опт' }))
  await back.saved(fresh)
  expect((await row(customers, made.id))?.segment).toBe('Опт')
  back.act((tx) => tx.set(customers, made.id, { phone: '8 916 555-44-33' }))
  await eventually(async () => (await server.storage.refusals(1))[0]?.code).toBe('person-erased')
  expect((await row(customers, made.id))?.phone).toBeNull()
})

test('ER8: a new event of who was erased is refused; a new order of his is taken', async () => {
  await erase()
  const device = await server.device('mira')
  await device.synced('setup')
  const order = documentOf(server.company, 'orders', made.order).split('/').slice(1).join('/')
  const held = await device.synced(order)
  const fresh = made.order.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  device.act((tx) => tx.create(orders, fresh, { sort: 'customer', date: Date.now(), customer: made.id, note: 'n' }))
  await device.saved(held)
  const events1 = documentOf(server.company, 'events', made.event).split('/').slice(1).join('/')
  await device.synced(events1)
  const event = made.event.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  device.act((tx) => tx.create(events, event, { kind: 'call', subject: 'снова она', customer: made.id }))
  await eventually(async () => (await server.storage.refusals(1))[0]?.code).toBe('person-erased')
})

test('ER1, ER12: a preview says what would go, and which backups hold it still; nothing is done by it', async () => {
  await (await createAccounts({ folder, log: pino({ level: 'silent' }) })).close()
  const { folder: backup } = await makeBackup({ data: folder, to: join(folder, 'backups'), now: Date.now() })
  const preview = await eraserOf(server).preview(whole())
  expect(preview).toMatchObject({ name: 'Жанна-метка', files: 2 })
  expect(preview.counts).toEqual({
    customers: 1,
    events: 1,
    comments: 1,
    files: 2,
    calls: 1,
    letters: 2,
    messages: 1,
    orders: 1,
  })
  expect(preview.mentions).toEqual({})
  expect(preview.backups.map(({ name }) => name)).toEqual([backup.split('/').at(-1)])
  expect(await ended()).toEqual([])
  const done = await erase()
  expect(done?.backups).toBe(`${preview.backups[0]?.name} ${preview.backups[0]?.made}`)
  expect(existsSync(backup)).toBe(true)
})

test('ER18: a preview counts the records of others that name him, by name, address or number however it is spelled', async () => {
  await server.sync.author.write((tx) => {
    const fresh = () => newId('common', Date.now())
    tx.set(customers, made.other, { note: 'знает жанну: ЖАННА-МЕТКА' })
    tx.create(orders, fresh(), {
      sort: 'customer',
      date: Date.now(),
      customer: made.other,
      note: 'звонить (916)555 44 33',
    })
    tx.create(orders, fresh(), {
      sort: 'customer',
      date: Date.now(),
      customer: made.other,
      note: 'звонить 916 555 44 34',
    })
    tx.create(comments, fresh(), { about: `customers/${made.other}`, text: 'пишет с Zhanna-Metka@mail.test' })
    const gone = fresh()
    tx.create(events, gone, { kind: 'call', subject: 'Жанна-метка', customer: made.other })
    tx.remove(events, gone)
  })
  expect((await eraserOf(server).preview(whole())).mentions).toEqual({ customers: 1, orders: 1, comments: 1 })
  const { mentions } = await eraserOf(server).preview({ address: '8 916 555-44-33' })
  expect(mentions).toEqual({ customers: 1, orders: 1, messages: 1 })
})

test('ER1: of somebody of whom only a number is known, what names it and nobody else goes', async () => {
  const done = await erase({}, { address: '+7 (916) 555-44-33' })
  expect(done).toMatchObject({ state: 'erased', records: 1, subject: 'address' })
  expect(done?.marks).not.toMatch(/916/)
  expect((await row(customers, made.id))?.name).toBe('Жанна-метка')
})

test('ER1: a company is refused in words, one that is not there too; a damaged document leaves all as it is', async () => {
  await server.sync.author.write((tx) => tx.set(customers, made.id, { type: 'company' }))
  await expect(eraserOf(server).ask(whole(), 'g', 'olga')).rejects.toThrow('not-a-person')
  const nobody = { person: { is: 'customer', customer: 'common-0' } } as const
  await expect(eraserOf(server).preview(nobody)).rejects.toThrow('record-missing')
  await server.sync.author.write((tx) => tx.set(customers, made.id, { type: 'person' }))
  await server.stop()
  const database = new Database(join(folder, 'voronka.sqlite'))
  database.exec(`UPDATE journal SET crc = crc + 1 WHERE document LIKE '%/events/%'`)
  database.close()
  server = await startSync({ folder })
  expect(await erase()).toMatchObject({ state: 'stuck', trouble: 'document-damaged' })
  expect((await row(customers, made.id))?.name).toBe('Жанна-метка')
})

test('ER6: whoever agreed to be mailed agrees no more, under the id of the address', async () => {
  const consent = newId('common', Date.now())
  await server.sync.author.write((tx) =>
    tx.create(mailingConsents, consent, {
      way: 'letter',
      to: 'zhanna-metka@mail.test',
      customer: made.id,
      given: 5,
    }),
  )
  await erase()
  const left = await row(mailingConsents, consent)
  expect(left).toMatchObject({ to: 'Удалено', given: 5, withdrawnBy: 'byHand' })
  expect(left?.withdrawn).toBeGreaterThan(5)
})
