import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { collection } from '../../../shared/records/declarations/collection.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { TrashAnswer, TrashQuery } from '../queries/query.ts'
import { makeOld, quarter, startCompany, type TestCompany } from './testing/company.ts'
import type { TestDevice } from './testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const ALL: TrashQuery = { what: 'trash', collection: null, search: '', from: 0, to: 10 }

async function trashOf(device: TestDevice, asked: Partial<TrashQuery> = {}): Promise<TrashAnswer> {
  return (await device.ask({ ...ALL, ...asked })) as TrashAnswer
}

async function idsOf(device: TestDevice, asked: Partial<TrashQuery> = {}): Promise<string[]> {
  return (await trashOf(device, asked)).rows.map((row) => row.id)
}

async function makeCustomer(device: TestDevice, name: string): Promise<string> {
  const id = newId('common', device.session.now)
  await device.run('createRecord', { collection: 'customers', id, values: { name } })
  return id
}

test('removed records of every collection stand in it, those of documents that were let go too; found and counted', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const order = await makeOld(mira, 1, 'отмененный замер')
  const customer = await makeCustomer(mira, 'Ёлкин Пётр')
  await mira.saved()
  await eventually(async () => (await max.list()).count).toBe(1)
  await eventually(() => [...max.open]).not.toContain(quarter(1))
  max.line.cut()
  await max.run('removeRecord', { collection: 'orders', id: order })
  await max.run('removeRecord', { collection: 'customers', id: customer })
  const both = [`customers/${customer}`, `orders/${order}`]
  expect(await idsOf(max), 'without a network, the last removed first').toEqual(both)
  max.line.restore()
  await eventually(() => idsOf(mira)).toEqual(both)
  expect((await trashOf(mira)).rows[0]).toMatchObject({ by: null, newer: false })
  expect(await trashOf(mira, { collection: 'orders' })).toMatchObject({ count: 1, counts: { orders: 1, customers: 1 } })
  expect(await idsOf(mira, { search: 'елкин' })).toEqual([both[0]])
  expect(await idsOf(mira, { from: 1, to: 2 })).toEqual([both[1]])
})

test('several are restored as one act, which is undone as one; a role restores what it may write', async () => {
  const { owner } = company
  const mira = await company.device('mira')
  const customer = await makeCustomer(owner, 'Ёлкин')
  const order = await makeOld(owner, 1, 'a')
  await owner.run('removeRecord', { collection: 'customers', id: customer })
  await owner.run('removeRecord', { collection: 'orders', id: order })
  await owner.run('removeRecord', { collection: 'kinds', id: 'kitchens' })
  await eventually(async () => (await trashOf(mira)).count).toBe(3)
  const records = [
    { collection: 'customers', id: customer },
    { collection: 'orders', id: order },
  ] as const
  const all = [...records, { collection: 'kinds', id: 'kitchens' } as const]
  await expect(mira.run('restoreRecords', { records: all })).rejects.toMatchObject({ code: 'role-forbids' })
  expect((await trashOf(mira)).count, 'nothing was restored').toBe(3)
  const { act } = await mira.run('restoreRecords', { records })
  expect(await idsOf(mira)).toEqual(['kinds/kitchens'])
  await mira.session.undo(act)
  expect(await trashOf(mira)).toMatchObject({ count: 3, counts: { customers: 1, orders: 1, kinds: 1 } })
})

test('of hundreds of which the last may not be restored, none is', async () => {
  const mira = await company.device('mira')
  const ids = Array.from({ length: 501 }, () => newId('common', mira.session.now))
  await Promise.all(ids.map((id) => mira.run('createRecord', { collection: 'customers', id, values: { name: id } })))
  await mira.run('changeRecords', { collection: 'customers', ids, change: { what: 'remove' } })
  await company.owner.run('removeRecord', { collection: 'kinds', id: 'kitchens' })
  await eventually(async () => (await trashOf(mira)).count).toBe(502)
  const records = [
    ...ids.map((id) => ({ collection: 'customers' as const, id })),
    { collection: 'kinds', id: 'kitchens' } as const,
  ]
  await expect(mira.run('restoreRecords', { records })).rejects.toMatchObject({ code: 'role-forbids' })
  expect((await trashOf(mira)).count).toBe(502)
})

test('what a newer program has written stands in it, says so, and is not restored, nor what was chosen with it', async () => {
  const [mira, newer] = [await company.device('mira'), collection('customers', { ...customers, version: 2 })]
  const [old, fresh] = [await makeCustomer(mira, 'Ёлкин'), newId('common', mira.session.now)]
  await mira.run('removeRecord', { collection: 'customers', id: old })
  await company.server.sync.author.write((tx) => {
    tx.create(newer, fresh, { name: 'Из новой программы' })
    tx.remove(newer, fresh)
  })
  await eventually(async () => (await trashOf(mira)).count).toBe(2)
  const { rows } = await trashOf(mira)
  expect(new Map(rows.map(({ item, newer }) => [item.name, newer]))).toEqual(
    new Map([
      ['Ёлкин', false],
      ['Из новой программы', true],
    ]),
  )
  const records = [old, fresh].map((id) => ({ collection: 'customers' as const, id }))
  await expect(mira.run('restoreRecords', { records })).rejects.toMatchObject({ code: 'record-newer' })
  expect((await trashOf(mira)).count, 'nothing was restored').toBe(2)
})

test('an order whose customer was removed says so until he is restored', async () => {
  const mira = await company.device('mira')
  const customer = await makeCustomer(mira, 'Ёлкин')
  const order = await makeOld(mira, 1, 'a', 'new')
  await mira.run('setOrder', { id: order, fields: { customer } })
  await mira.run('removeRecord', { collection: 'customers', id: customer })
  expect((await mira.record(order)).item).toMatchObject({ customerName: 'Ёлкин', removed: ['customer'] })
  await mira.run('restoreRecord', { collection: 'customers', id: customer })
  expect((await mira.record(order)).item).toMatchObject({ removed: [] })
})
