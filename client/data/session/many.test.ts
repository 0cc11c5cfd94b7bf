import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandArgs } from '../../../shared/commands.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import type { Change } from '../../../shared/lists/change-records.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { ListAnswer } from '../queries/query.ts'
import { makeOld, startCompany, type TestCompany } from './testing/company.ts'
import { ALL_ORDERS, type TestDevice } from './testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const notesOn = async (device: TestDevice) => (await device.list()).rows.map((row) => 'note' in row && row.note).sort()

test('a change of many is tried out without a write, made over closed quarters as one act, and undone as one', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const [first, second] = [await makeOld(mira, 1, 'a', 'new'), await makeOld(mira, 2, 'b', 'new')]
  const done = await makeOld(mira, 3, 'c', COMPLETED)
  await mira.saved()
  await eventually(() => notesOn(max)).toEqual(['a', 'b', 'c'])
  const asked = (change: Change): CommandArgs<'changeRecords'> => ({
    collection: 'orders',
    ids: [first, second, done],
    change,
  })
  const write = asked({ what: 'field', field: 'note', value: 'many' })
  const outcome = { changed: [first, second], same: [], left: [{ id: done, code: 'order-completed' }] }

  expect(await mira.session.tryOut('changeRecords', write)).toEqual(outcome)
  expect(await notesOn(mira)).toEqual(['a', 'b', 'c'])
  await mira.saved()

  const { act, result } = await mira.session.run('changeRecords', write)
  expect(result).toEqual(outcome)
  await eventually(() => notesOn(max)).toEqual(['c', 'many', 'many'])
  expect(await mira.session.undo(act)).toMatchObject({ result: { undone: [{}, {}], kept: [] } })
  await eventually(() => notesOn(max)).toEqual(['a', 'b', 'c'])
})

test('while thousands are changed others are heard; all of it is one act, and goes back as one', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const ids = Array.from({ length: 1200 }, () => newId(COMMON, Date.now()))
  const make = (id: string) => mira.run('createRecord', { collection: 'customers', id, values: { name: id } })
  await Promise.all(ids.map(make))
  const change: Change = { what: 'field', field: 'note', value: 'many' }
  const asked = { collection: 'customers', ids: [...ids, ...ids], change } as const
  const order: string[] = []
  const many = mira.session.run('changeRecords', asked).finally(() => order.push('many'))
  const [id = ''] = ids
  await mira.session.run('setRecord', { collection: 'customers', id, values: { phone: '1' } })
  order.push('one')
  const { act, result } = await many
  expect(order).toEqual(['one', 'many'])
  expect(result).toEqual({ changed: ids, same: [], left: [] })
  await mira.saved()
  const manyOn = async (device: TestDevice) => {
    const { rows } = (await device.ask({ ...ALL_ORDERS, collection: 'customers', to: 2000 })) as ListAnswer
    return rows.filter((row) => 'note' in row && row.note === 'many').length
  }
  await eventually(() => manyOn(max)).toBe(1200)
  expect(await mira.session.tryOut('undoAct', { act: [] })).toEqual({ undone: [], kept: [] })
  const undone = await mira.session.undo(act)
  expect((undone.result as { readonly undone: readonly unknown[] }).undone).toHaveLength(1200)
  await eventually(() => manyOn(max)).toBe(0)
})
