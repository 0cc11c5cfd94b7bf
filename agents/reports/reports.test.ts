import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import readWorkbook from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../shared/calls/collections.ts'
import type { CommandArgs } from '../../shared/commands.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { files } from '../../shared/files/collections.ts'
import { ME } from '../../shared/filters/filter.ts'
import { writeFilter } from '../../shared/filters/text.ts'
import { messages } from '../../shared/messages/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { Draft } from '../../shared/records/declarations/collection.ts'
import { newEntryId, newId } from '../../shared/records/keys/id.ts'
import type { ReportAsk } from '../../shared/reports/ask.ts'
import { reportSchedules } from '../../shared/reports/collections.ts'
import { writeAsk } from '../../shared/reports/schedule/schedule-ask.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import { SERVICE_KEY } from '../../sync-server/http/testing/server.ts'
import { sampleOrder } from '../../sync-server/sync/testing/samples.ts'
import { AGENTS } from '../agents.ts'
import { Cache } from '../runtime/cache/cache.ts'
import { runAgents } from '../runtime/connection/session.ts'
import { findIn } from '../runtime/find.ts'
import { openRoom, type SendingRoom } from '../sending/testing/room.ts'
import { startMail } from '../sending/testing/smtp.ts'

const faults: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
const MAIL = { host: '127.0.0.1', tls: 'none', user: '', password: '', fromName: '', fromAddress: 'a@b.test' } as const
const ASK: ReportAsk = {
  ...{ source: 'debts', rows: ['manager'], columns: null, measures: ['theyOwe', 'orders'] },
  ...{ from: null, until: null, compare: null, filter: [], search: '' },
}
let room: SendingRoom
let mail: Awaited<ReturnType<typeof startMail>>
let folder: string
const ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  ;[room, mail] = await Promise.all([openRoom(), startMail()])
  folder = mkdtempSync(join(tmpdir(), 'voronka-reports-'))
  faults.length = 0
  await room.keepSettings({ mail: { ...MAIL, port: mail.port }, sms: null })
  await room.device.open('automation')
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await room.close()
  await mail.stop()
  rmSync(folder, { recursive: true })
  expect(faults).toEqual([])
})

/** Agents of a folder of their own. */
function startAgents(name: string): () => Promise<void> {
  const [cache, stopping] = [new Cache(join(folder, name), log), new AbortController()]
  const server = { address: room.server.url, secret: SERVICE_KEY }
  const over = runAgents({ server, agents: AGENTS, cache, log, signal: stopping.signal })
  const end = async () => {
    stopping.abort()
    await over
    cache.close()
  }
  ends.push(end)
  return end
}

/** The order owes 1234.50 to Max since yesterday. */
async function owe(): Promise<void> {
  const { device, order } = room
  device.run('createRecord', { collection: 'people', id: 'max', values: { name: 'Max' } })
  device.run('setRecord', { collection: 'orders', id: order, values: { responsible: 'max', posted: true } })
  const date = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  device.write((tx) => {
    tx.add(orders, order, 'shipments', newEntryId(), { kind: 'shipment', sum: 123_450, date, at: Date.now() })
  })
  await device.saved([`${room.server.company}/setup`])
  await room.saved()
}

async function schedule(change: Partial<Draft<typeof reportSchedules>> = {}): Promise<string> {
  const values = {
    ...{ name: 'Долги', ask: writeAsk(ASK), on: false, every: 'everyDay', at: 0, form: 'xlsx' },
    ...{ to: ['anna@b.test', 'boris@b.test'], asked: Date.now(), ...change },
  }
  room.device.write((tx) => tx.create(reportSchedules, 'debts', values as Draft<typeof reportSchedules>))
  await room.device.saved([`${room.server.company}/automation`])
  return 'debts'
}
const standing = (id: string) => findIn(room.device)(reportSchedules, id)

/** What is enclosed in a letter, as its bytes. */
function enclosedIn(raw: string): Buffer {
  const [, bytes = ''] = /Content-Disposition: attachment[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(raw) ?? []
  return Buffer.from(bytes, 'base64')
}

test('RM1, RM4, RM5, RM6: asked for, each address has one letter with the workbook, however many agents there are', async () => {
  await owe()
  startAgents('one')
  startAgents('two')
  const id = await schedule()
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(2)
  await expect.poll(() => standing(id)?.sent).toBe(standing(id)?.asked)
  expect(mail.taken.map(({ to }) => to[0]).sort()).toEqual(['anna@b.test', 'boris@b.test'])
  const books = await Promise.all(mail.taken.map(({ raw }) => readWorkbook(enclosedIn(raw))))
  for (const [sheet] of books)
    expect(sheet?.data).toEqual([
      ['Менеджер', expect.stringContaining('Нам должны'), 'Заказов'],
      ['Max', 1234.5, 1],
      ['Итого', 1234.5, 1],
    ])
  // Agents on a new disk find it done.
  for (const end of ends.splice(0)) await end()
  startAgents('three')
  room.device.run('setRecord', { collection: 'reportSchedules', id, values: { sent: null } })
  await expect.poll(() => standing(id)?.sent).toBe(standing(id)?.asked)
  expect([...room.device.rows(messages)].length).toBe(2)
  expect(mail.taken).toHaveLength(2)
}, 40_000)

test('RM6: as PDF, which stands on the server', async () => {
  await owe()
  startAgents('one')
  await schedule({ form: 'pdf', to: ['anna@b.test'] })
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(1)
  const bytes = enclosedIn(mail.taken[0]?.raw ?? '')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const [file] = [...room.device.rows(messages)].flatMap((one) => one.files)
  const there = await fetch(`${room.server.url}/api/files/${file}`, {
    headers: { authorization: `Bearer ${SERVICE_KEY}` },
  })
  expect(Buffer.from(await there.arrayBuffer())).toEqual(bytes)
  await room.device.openNamed([room.full(files.family, file ?? '')])
  expect(findIn(room.device)(files, file ?? '')).toMatchObject({ about: 'reportSchedules/debts' })
}, 40_000)

test.each([
  ['an ask that cannot be read', { ask: '{}' }, 'unreadable'],
  [
    'conditions that speak of «me» in nobody’s name',
    { ask: writeAsk({ ...ASK, filter: [{ field: 'responsible', is: 'in', values: [ME] }] }) },
    'nobody',
  ],
  ['no sound address', { to: ['nobody'] }, 'noAddress'],
] as const)('RM7: with %s nothing is sent, and the schedule says so', async (_what, change, trouble) => {
  startAgents('one')
  const id = await schedule(change as Partial<Draft<typeof reportSchedules>>)
  await expect.poll(() => standing(id)?.trouble, { timeout: 20_000 }).toBe(trouble)
  expect(standing(id)).toMatchObject({ sent: null, passed: standing(id)?.asked })
  expect(mail.taken).toEqual([])
})

test('RM8: the orders of the person in whose name it is, in a group of goods or below it, with the words searched for', async () => {
  const { device, server } = room
  const make = (collection: string, id: string, values: object) =>
    device.run('createRecord', { collection, id, values } as CommandArgs<'createRecord'>)
  for (const [id, name] of [['max', 'Max'] as const, ['kim', 'Kim'] as const]) make('people', id, { name })
  make('customFields', 'custom_thing', { name: 'Thing', of: 'orders', type: 'toProduct', place: 'a0' })
  await device.open('goods')
  make('productGroups', 'all', { name: 'All' })
  make('productGroups', 'ovens', { name: 'Ovens', parent: 'all' })
  make('products', 'oven', { name: 'Oven', group: 'ovens' })
  make('products', 'gift', { name: 'Gift', group: 'all' })
  await device.saved([`${server.company}/setup`, `${server.company}/goods`])
  const order = (note: string, responsible: string, custom_thing: string | null) => {
    const sample = sampleOrder()
    device.run('createOrder', sample)
    device.run('setRecord', { collection: 'orders', id: sample.id, values: { note, responsible, custom_thing } })
  }
  order('Окна во двор', 'max', 'oven')
  order('Окна на улицу', 'max', 'gift')
  order('Двери', 'max', 'oven')
  order('Окна', 'kim', 'oven')
  order('Окна', 'max', null)
  await room.saved()
  startAgents('one')
  const filter = [
    { field: 'responsible', is: 'in', values: [ME] },
    { field: 'custom_thing.group', is: 'in', values: ['all'] },
  ] as const
  const ask = writeAsk({ ...ASK, source: 'orders', measures: ['count'], filter, search: 'окна' })
  await schedule({ ask, author: 'max', to: ['anna@b.test'] })
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(1)
  const [sheet] = await readWorkbook(enclosedIn(mail.taken[0]?.raw ?? ''))
  expect(sheet?.data.slice(1)).toEqual([
    ['Max', 2],
    ['Итого', 2],
  ])
}, 40_000)

test('RM8, RP21: by segments, of the customers in one, as the screen tells them', async () => {
  const { device, server } = room
  const make = (collection: string, id: string, values: object) =>
    device.run('createRecord', { collection, id, values } as CommandArgs<'createRecord'>)
  const criteria = (field: string, least: number) => writeFilter([{ field, is: 'atLeast', values: [least] }])
  const segment = (id: string, field: string, least: number) =>
    make('segments', id, { name: id, sort: 'liveSegment', criteria: criteria(field, least) })
  segment('all', 'orders.count', 1)
  segment('regular', 'orders.count', 2)
  await device.openNamed([`${server.company}/customers/common`])
  const [anna, boris] = [newId(COMMON, Date.now()), newId(COMMON, Date.now())]
  for (const id of [anna, boris]) make('customers', id, { name: id })
  for (const customer of [anna, anna, boris, null]) {
    const sample = sampleOrder()
    device.run('createOrder', sample)
    device.run('setOrder', { id: sample.id, fields: { customer } })
  }
  await device.saved([`${server.company}/setup`, `${server.company}/customers/common`])
  await room.saved()
  startAgents('one')
  const filter = [{ field: 'customer.inSegment', is: 'in', values: ['all'] }] as const
  const ask = writeAsk({ ...ASK, source: 'orders', rows: ['segment'], measures: ['count'], filter })
  await schedule({ ask, to: ['anna@b.test'] })
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(1)
  const [sheet] = await readWorkbook(enclosedIn(mail.taken[0]?.raw ?? ''))
  expect(sheet?.data).toEqual([
    ['Сегмент', 'Количество'],
    ['all', 3],
    ['regular', 2],
    ['Итого', 3],
  ])
}, 40_000)

test('CL17: calls go by mail, too; those of numbers that are not handled are left out by a condition', async () => {
  const { device, server } = room
  const make = (collection: string, id: string, values: object) =>
    device.run('createRecord', { collection, id, values } as CommandArgs<'createRecord'>)
  make('people', 'max', { name: 'Max' })
  make('ignoredNumbers', newId(COMMON, Date.now()), { number: '8 800 *' })
  const missed = { direction: 'in', state: 'missed', responsible: 'max', rang: Date.now() }
  const ids = ['+79161234567', '+78002001020'].map((number) => ({ id: newId(COMMON, Date.now()), number }))
  const document = room.full(calls.family, ids[0]?.id ?? '')
  await device.openNamed([document])
  for (const { id, number } of ids) make('calls', id, { ...missed, number })
  await device.saved([`${server.company}/setup`, `${server.company}/automation`, document])
  startAgents('one')
  const filter = [{ field: 'ignored', is: 'equal', values: [false] }] as const
  const ask = writeAsk({ ...ASK, source: 'calls', measures: ['count', 'missed'], filter })
  await schedule({ ask, to: ['anna@b.test'] })
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(1)
  const [sheet] = await readWorkbook(enclosedIn(mail.taken[0]?.raw ?? ''))
  expect(sheet?.data.slice(1)).toEqual([
    ['Max', 1, 1],
    ['Итого', 1, 1],
  ])
}, 40_000)

test('RM3: what was asked for more than a day ago is let pass, and said so', async () => {
  startAgents('one')
  const id = await schedule({ asked: Date.now() - 2 * DAY_MS })
  await expect.poll(() => standing(id)?.trouble, { timeout: 20_000 }).toBe('late')
  expect([...room.device.rows(messages)]).toEqual([])
})
